using System.CommandLine;
using Turnkey.Cli.Commands;
using Turnkey.Cli.Text;
using Turnkey.Contracts.Bundles;
using Turnkey.Contracts.Parties;

namespace Turnkey.Cli.Bundles;

/// <summary><c>turnkey bundle keygen</c>: a key and a profile for an organisation.</summary>
internal static class KeygenCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Option<string>("--name") { Description = "Of the organisation", HelpName = "NAME", Required = true };
        var country = new Option<string>("--country")
        {
            Description = "Where it is, ISO 3166",
            HelpName = "DE",
            Required = true,
            CustomParser = result => SharedOptions.Token(result) is { Length: 2 } code && code.All(char.IsAsciiLetterUpper) ? code : SharedOptions.Fail<string>(result, $"--country: '{SharedOptions.Token(result)}' is no country; write two capital letters, for example DE."),
        };
        var kinds = new Option<OrganisationKinds>("--as")
        {
            Description = "What it does: customer, manufacturer, supplier, or several with commas between",
            HelpName = "KIND",
            Required = true,
            CustomParser = result => Kinds(SharedOptions.Token(result)) ?? SharedOptions.Fail<OrganisationKinds>(result, $"--as: '{SharedOptions.Token(result)}' is not made of customer, manufacturer and supplier."),
        };
        var mail = new Option<string?>("--mail") { Description = "Where bundles reach it", HelpName = "ADDRESS" };
        var output = new Option<string>("--out") { Description = "Folder for key and profile", HelpName = "DIR", Required = true };
        var command = new Command("keygen", "Make the key and the profile of an organisation") { name, country, kinds, mail, output };
        command.SetAction(parsed => Run(
            new Organisation(Guid.CreateVersion7(terminal.Time.GetUtcNow()), parsed.GetRequiredValue(name), parsed.GetRequiredValue(kinds), parsed.GetRequiredValue(country)) { Mail = parsed.GetValue(mail) ?? "" },
            parsed.GetRequiredValue(output),
            terminal));
        return command;
    }

    private static int Run(Organisation profile, string folder, Terminal terminal)
    {
        if (Identity.Make(folder, profile) is { } refusal) return BundleInput.Refuse(terminal, refusal);
        if (Identity.Open(folder) is not Contracts.Decision<Identity>.Made { Value: var made }) throw new IOException($"'{folder}' cannot be read again");
        using (made)
        {
            terminal.Write(PlainText.Of($"{Path.Combine(folder, Identity.KeyName)}: the private key; whoever has it signs as {profile.Name}") + "\n" +
                PlainText.Of($"{Path.Combine(folder, Identity.ProfileName)}: the profile, for those you deal with; add certificates and sites by hand") + "\n" +
                $"fingerprint: {OrganisationKey.Fingerprint(made.Profile.PublicKey)}\n");
        }
        return ExitCode.Done;
    }

    private static OrganisationKinds? Kinds(string text)
    {
        var kinds = OrganisationKinds.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            OrganisationKinds? one = word switch { "customer" => OrganisationKinds.Customer, "manufacturer" => OrganisationKinds.Manufacturer, "supplier" => OrganisationKinds.Supplier, _ => null };
            if (one is null) return null;
            kinds |= one.Value;
        }
        return kinds;
    }
}
