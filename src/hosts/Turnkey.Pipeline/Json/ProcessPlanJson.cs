using System.Text.Json;
using Turnkey.Designs.Layers;
using Turnkey.Plants.Parts;
using Turnkey.ProcessPlanning;

namespace Turnkey.Pipeline.Json;

/// <summary>How one assembly would be built.</summary>
internal static class ProcessPlanJson
{
    public static void Write(Utf8JsonWriter json, ProcessPlan plan)
    {
        json.WriteStartObject();
        json.WriteString("assembly", plan.Assembly);
        json.WriteNumber("lotSize", plan.LotSize);
        json.WriteNumber("placementsTop", plan.PlacementsOn(Side.Top));
        json.WriteNumber("placementsBottom", plan.PlacementsOn(Side.Bottom));
        json.WriteNumber("throughHoleJoints", plan.ThroughHoleJoints);
        Panel(json, plan.Panel);
        json.WriteStartArray("operations");
        foreach (var operation in plan.Operations)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(operation.Kind.ToString()));
            json.WriteStringOrNull("side", Words.Of(operation.Side));
            json.WriteString("name", operation.Name);
            json.WriteString("workCentre", operation.WorkCentre);
            json.WriteCalculation("setUpSeconds", operation.SetUp);
            json.WriteCalculation("runSeconds", operation.Run);
            json.WriteCalculation("ratePerHour", operation.Rate);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var part in plan.Parts)
        {
            json.WriteStartObject();
            json.WriteString("designator", part.Designator?.Text ?? "");
            json.WriteString("mounting", part.Mounting switch
            {
                Mounting.SurfaceMount => "surface-mount",
                Mounting.ThroughHole => "through-hole",
                Mounting.PressFit => "press-fit",
                Mounting.Mechanical => "mechanical",
                _ => "not-mounted",
            });
            json.WriteStringOrNull("side", Words.Of((Side?)part.Side));
            json.WriteString("class", part.Class);
            json.WriteString("package", part.Package);
            json.WriteNumber("joints", part.Joints);
            json.WriteBoolean("finePitch", part.FinePitch);
            json.WriteString("evidence", part.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Panel(Utf8JsonWriter json, AssemblyPanel? panel)
    {
        if (panel is null)
        {
            json.WriteNull("panel");
            return;
        }
        json.WriteStartObject("panel");
        json.WriteNumber("across", panel.Across);
        json.WriteNumber("down", panel.Down);
        json.WriteLengthOrNull("widthMm", panel.Width);
        json.WriteLengthOrNull("heightMm", panel.Height);
        json.WriteNumber("perFabricationPanel", panel.FabricationPanels);
        json.WriteNumber("utilisation", Numbers.Trimmed(Math.Round(panel.Utilisation, 6)));
        json.WriteString("evidence", panel.Evidence);
        json.WriteEndObject();
    }
}
