using Turnkey.Formats.GerberJob;
namespace Turnkey.Intake.Specification;
internal static class JobStatements { public static IEnumerable<Statement> Read(GerberJobFile job) => []; }
