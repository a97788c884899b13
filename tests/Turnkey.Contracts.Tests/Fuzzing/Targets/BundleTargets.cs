using System.Collections.Immutable;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Requests;
using Turnkey.Contracts.Tests;
using Turnkey.Contracts.Tests.Bundles;

namespace Turnkey.Fuzzing;

/// <summary>What other companies send: whole bundles, and manifests and documents in bundles that are rightly signed, for else nothing behind the signature would be looked at.</summary>
internal static class BundleTargets
{
    private const string JsonTokens =
        "{ } [ ] , : \" \\ \\u0000 \\ud800 null true false -1 0 1e400 0.1 99999999999999999999 79228162514264337593543950335 \"\" [null] [[[[[[[[ // /* */ \u00ef\u00bb\u00bf \"state\" \"sent\" \"placed\" \"revoked\" \"kind\" \"nda\" 1.1 2.0 0001-01-01 9999-12-31 " +
        "00000000-0000-0000-0000-000000000000 ../ document.json";

    private static readonly ImmutableArray<(byte[] Bundle, string Key)> Sound = [.. Samples.Contents.Select(one => (Samples.Write(one.Content, one.Key), one.Key))];

    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new FuzzTarget("bundle", [.. Sound.Take(4).Select(one => one.Bundle)],
            [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 1, 2], [0x50, 0x4b, 5, 6], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [8, 0], [20, 0], "../"u8.ToArray(), "bundle.json"u8.ToArray(), [0x30, 0x45, 2, 0x21]], Read),
        .. Sound.SelectMany((one, at) => new[]
        {
            FuzzTarget.Of($"bundle-manifest-{at}", [Text(one.Bundle, 0)], JsonTokens, Read) with { Pack = content => Forging.Signed(Forging.Entries(one.Bundle), one.Key, content) },
            FuzzTarget.Of($"bundle-document-{at}", [Text(one.Bundle, 2)], JsonTokens, Read) with { Pack = content => Forging.WithDocument(Forging.Entries(one.Bundle), one.Key, content) },
        }),
        FuzzTarget.Of("request-yaml", ["number: 1\ntitle: x\nservices: [fabrication, design]\nquantities: [10, 100]\nreleases:\n  - { quantity: 5, due: 2026-06-01 }\ndesign:\n  result-owner: shared\n  milestones: [{name: a, due: 2026-01-01, deliverable: b}]\n" +
            "gates:\n  - { kind: nda, title: a, text: b }\n  - { kind: export-control, class: EAR99, countries: [DE] }\n"], ": - , [ ] { } & * ! | > ' \" % @ # \n \t &a *a <<: ? --- ... ~ null 0 -1 99999999999 2026-13-45", static content => RequestFile.Read("request.yaml", content)),
    ];

    private static string Text(byte[] bundle, int entry) => System.Text.Encoding.Latin1.GetString(Forging.Entries(bundle)[entry].Content.Span);

    /// <summary>As a host does: what is whole is held against keys and receipts, and its document is used.</summary>
    private static void Read(byte[] content)
    {
        if (Bundle.Read(content, BundleLimits.Default) is not BundleReading.Whole { Bundle: var bundle }) return;
        Bundle.Verify(bundle, []);
        BundleReceipt.IsNew(bundle, []);
        switch (bundle.Document)
        {
            case BundleDocument.Request request:
                Contracts.Access.GateCheck.Judge(request.Rfq.Gates, request.Invitation, Samples.Manufacturer, Samples.Today);
                RevisionDifference.Between(Samples.Revision, request.Rfq.Latest);
                break;
            case BundleDocument.Offered offered:
                Contracts.Offers.OfferComparison.At([(offered.Offer, bundle.Manifest.Sender)], 100, Samples.Today);
                break;
            case BundleDocument.Ordered ordered:
                Contracts.Orders.OrderAnswering.Take(Samples.Placed, ordered.Order);
                Contracts.Orders.OrderAnswering.Against(Samples.Offer, ordered.Order);
                break;
        }
    }
}
