using System.Globalization;
using Turnkey.Benchmarks;

return args switch
{
    ["stackup", var root, var list, .. var rest] => StackupBenchmark.Run(root, list, rest),
    ["read", var file, .. var rest] => ReadBenchmark.Run(file, rest),
    ["kit", var lines, var runs, .. var rest] => KitBenchmark.Run(int.Parse(lines, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture), rest),
    ["checks", var package, .. var rest] => CheckBenchmark.Run(package, rest),
    ["portal-seed", var folder, var requests, var lines, .. var database] => PortalSeed.RunAsync(folder, database.FirstOrDefault(), int.Parse(requests, CultureInfo.InvariantCulture), int.Parse(lines, CultureInfo.InvariantCulture)).GetAwaiter().GetResult(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: stackup ROOT LIST [SECONDS]   parse a package's Gerber and drill files (paths below ROOT, one a line in LIST) and draw every layer, top and bottom
               read FILE [MEGABYTES]         read 1, 2, 4 … MEGABYTES of the file's own commands, beside summing the bytes and splitting them into tokens
               kit LINES RUNS [SECONDS]      gather the kit of a made-up bill of materials of LINES lines RUNS times
               checks PACKAGE [CAPABILITY …] [--choice] [--rules]
                                             hold a package against capabilities: its copper alone, all checks, the choice among makers, each rule
               portal-seed DIR REQUESTS LINES [DATABASE]
                                             fill a server's empty data folder with the business of years; prints tokens
        All others print JSON.
        """);
    return 2;
}
