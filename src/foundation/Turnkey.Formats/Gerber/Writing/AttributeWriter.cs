using Turnkey.Designs.Boards;
using Turnkey.Designs.Layers;
using Turnkey.Formats.Attributes;

namespace Turnkey.Formats.Gerber.Writing;

/// <summary>Writes the attributes of apertures and objects, only where they change.</summary>
internal sealed class AttributeWriter(GerberText text)
{
    private string? function;
    private string? net;
    private string? part;
    private string? pin;

    /// <summary>
    /// Value of <c>.AperFunction</c>; null for none. Where the standard demands a second field that a design does not hold, it is the usual one:
    /// pads that their copper defines, fiducials of the whole board.
    /// </summary>
    public static string? FunctionOf(FeatureAttributes attributes) => attributes switch
    {
        { Hole: HoleFunction.PressFit } => "ComponentDrill,PressFit",
        { Hole: HoleFunction.Breakout } => "MechanicalDrill,BreakOut",
        { Hole: HoleFunction.Other } => "OtherDrill,Other",
        { Hole: not HoleFunction.Unstated } => FunctionNames.Of(attributes.Hole),
        { Function: FeatureFunction.SurfacePad or FeatureFunction.BallPad } => FunctionNames.Of(attributes.Function) + ",CuDef",
        { Function: FeatureFunction.FiducialPad } => "FiducialPad,Global",
        { Function: FeatureFunction.ComponentOutline } => "ComponentOutline,Body",
        { Function: FeatureFunction.Other or FeatureFunction.OtherPad or FeatureFunction.OtherCopper } => FunctionNames.Of(attributes.Function) + ",Other",
        _ => FunctionNames.Of(attributes.Function),
    };

    /// <summary>Of the apertures and regions to come.</summary>
    public void Function(string? wanted)
    {
        if (function == wanted) return;
        function = wanted;
        text.Command(wanted is null ? "TD.AperFunction" : "TA.AperFunction," + wanted);
    }

    /// <summary>Of the objects to come: net, and the part or its pin.</summary>
    public void Object(FeatureAttributes wanted)
    {
        if (net != wanted.Net)
        {
            net = wanted.Net;
            text.Command(net is null ? "TD.N" : "TO.N," + GerberText.Field(net));
        }
        if (part == wanted.Component && pin == wanted.Pin) return;
        // .P names part and pin, .C the part alone: only one of them holds at a time.
        if (pin is not null && wanted.Pin is null) text.Command("TD.P");
        if (pin is null && part is not null && (wanted.Pin is not null || wanted.Component is null)) text.Command("TD.C");
        (part, pin) = (wanted.Component, wanted.Pin);
        if (pin is not null) text.Command($"TO.P,{GerberText.Field(part ?? "")},{GerberText.Field(pin)}");
        else if (part is not null) text.Command("TO.C," + GerberText.Field(part));
    }
}
