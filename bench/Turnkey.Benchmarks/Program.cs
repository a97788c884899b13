using Turnkey.Benchmarks;

return args switch
{
    ["stackup", var root, var list, .. var rest] => StackupBenchmark.Run(root, list, rest),
    ["read", var file, .. var rest] => ReadBenchmark.Run(file, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: stackup ROOT LIST [SECONDS]   parse a package's Gerber and drill files (paths below ROOT, one a line in LIST) and draw every layer, top and bottom
               read FILE [MEGABYTES]         read 1, 2, 4 … MEGABYTES of the file's own commands, beside summing the bytes and splitting them into tokens
        Both print JSON.
        """);
    return 2;
}
