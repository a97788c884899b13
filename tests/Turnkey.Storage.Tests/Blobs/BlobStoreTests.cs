using System.Text;
using Turnkey.Storage.Blobs;

namespace Turnkey.Storage.Tests.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("turnkey-blobs-").FullName;

    private BlobStore Store => new(folder);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_content_is_kept_under_its_hash_and_read_back()
    {
        // printf abc | sha256sum
        var put = await PutAsync("abc");
        Assert.Equal(("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3), put);
        Assert.Equal("abc", await ReadAsync(put!.Value.Hash));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "incoming")));
        Assert.Null(Store.Open(new string('0', 64)));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public async Task Nothing_stays_of_a_content_over_the_limit(long limit, bool kept)
    {
        Assert.Equal(kept, await Store.PutAsync(new MemoryStream("abc"u8.ToArray()), limit, Cancel) is not null);
        Assert.Equal(kept ? 1 : 0, Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.PutAsync(new Breaking(), long.MaxValue, Cancel));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_same_content_put_by_many_at_once_and_while_it_is_read_is_whole()
    {
        var text = new string('x', 300_000);
        var hash = (await PutAsync(text))!.Value.Hash;
        await using var reading = Store.Open(hash)!;
        var puts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => PutAsync(text), Cancel)));
        Assert.All(puts, put => Assert.Equal(hash, put!.Value.Hash));
        Assert.Equal(text, await new StreamReader(reading).ReadToEndAsync(Cancel));
        Assert.Equal(text, await ReadAsync(hash));
        Assert.Single(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_damaged_content_is_found()
    {
        var hash = (await PutAsync("abc"))!.Value.Hash;
        Assert.True(await Store.IsWholeAsync(hash, Cancel));
        await File.WriteAllTextAsync(Store.PathOf(hash), "abd", Cancel);
        Assert.False(await Store.IsWholeAsync(hash, Cancel));
        Assert.False(await Store.IsWholeAsync(new string('0', 64), Cancel));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void What_is_no_hash_leads_nowhere(string hash) => Assert.Throws<ArgumentException>(() => Store.Open(hash));

    [Fact]
    public async Task A_removal_leaves_what_was_put_again_meanwhile()
    {
        var hash = (await PutAsync("abc"))!.Value.Hash;
        var written = new DateTimeOffset(File.GetLastWriteTimeUtc(Store.PathOf(hash)), TimeSpan.Zero);
        Assert.Null(Store.Remove(hash, written.AddMinutes(-1)));
        Assert.Equal("abc", await ReadAsync(hash));
        Assert.Equal(3, Store.Remove(hash, written.AddMinutes(1)));
        Assert.Null(Store.Open(hash));
        Assert.Null(Store.Remove(hash, written.AddMinutes(1)));
    }

    [Fact]
    public async Task A_removal_that_never_ended_is_taken_back_and_an_upload_that_never_ended_is_removed()
    {
        var hash = (await PutAsync("abc"))!.Value.Hash;
        File.Move(Store.PathOf(hash), Path.Combine(folder, "incoming", hash + ".removed"));
        var left = Path.Combine(folder, "incoming", "0123456789abcdef0123456789abcdef");
        await File.WriteAllTextAsync(left, "half", Cancel);
        var now = new DateTimeOffset(File.GetLastWriteTimeUtc(left), TimeSpan.Zero);
        Assert.Equal(0, Store.CleanIncoming(now.AddMinutes(-1)));
        Assert.Equal("abc", await ReadAsync(hash));
        Assert.Equal(1, Store.CleanIncoming(now.AddMinutes(1)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "incoming")));
    }

    private async Task<(string Hash, long Size)?> PutAsync(string text) => await Store.PutAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), long.MaxValue, Cancel);

    private async Task<string> ReadAsync(string hash)
    {
        using var reader = new StreamReader(Store.Open(hash)!);
        return await reader.ReadToEndAsync(Cancel);
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("on purpose");
    }
}
