using Turnkey.Designs;
using Turnkey.Formats.Bom;
using Turnkey.Formats.Tables;

namespace Turnkey.Intake.Identification;

/// <summary>Tells whether a table file is a BOM, a centroid file or neither.</summary>
internal static class TableIdentification
{
    public static (FileRole Role, string Evidence)? Identify(Workbook workbook)
    {
        var r = BomReader.ReadAll(workbook.Path, workbook);
        return r.IsEmpty || r[0].Confidence < 0.5 ? null : (FileRole.Bom, "bom");
    }
}
