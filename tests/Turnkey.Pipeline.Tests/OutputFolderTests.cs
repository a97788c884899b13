using System.Text;
using Turnkey.Pipeline.Outputs;

namespace Turnkey.Pipeline.Tests;

public sealed class OutputFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_are_written_and_named_in_order()
    {
        var written = OutputFolder.Write(Path.Combine(folder, "a", "b"), [File("x.json", "1"), File("a.html", "2")]);
        Assert.Equal([Path.Combine(folder, "a", "b", "x.json"), Path.Combine(folder, "a", "b", "a.html")], written);
        Assert.Equal("1", System.IO.File.ReadAllText(written[0]));
    }

    [Fact]
    public void A_second_run_replaces_the_first_and_leaves_nothing_else()
    {
        OutputFolder.Write(folder, [File("x.json", "a long first result"), File("y.json", "1")]);
        OutputFolder.Write(folder, [File("x.json", "2"), File("y.json", "2")]);
        Assert.Equal(["x.json", "y.json"], Names());
        Assert.Equal("2", Text("x.json"));
    }

    [Fact]
    public void When_one_file_cannot_be_written_the_others_stay_as_they_were()
    {
        OutputFolder.Write(folder, [File("x.json", "first")]);
        Directory.CreateDirectory(Path.Combine(folder, "z.json"));
        Assert.NotNull(Record.Exception(() => OutputFolder.Write(folder, [File("x.json", "second"), File("y.json", "second"), File("z.json", "second")])));
        Assert.Equal(["x.json", "z.json"], Names());
        Assert.Equal("first", Text("x.json"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "file"), "");
        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(Path.Combine(folder, "file", "out"), [File("x.json", "1")]));
    }

    [Fact]
    public void Folders_made_on_the_way_to_a_failure_are_removed()
    {
        Assert.NotNull(Record.Exception(() => OutputFolder.Write(Path.Combine(folder, "a", "b"), [File("x.json", "1"), File(Path.Combine("absent", "y.json"), "1")])));
        Assert.Empty(Names());
    }

    private static OutputFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private IEnumerable<string?> Names() => Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string Text(string name) => System.IO.File.ReadAllText(Path.Combine(folder, name));
}
