using FsCheck.Fluent;
using Turnkey.Contracts.Audit;

namespace Turnkey.Contracts.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly AuditEntry[] Chain = Make(12);

    /// <summary>Every field of an entry, changed a little.</summary>
    private static readonly Func<AuditEntry, AuditEntry>[] Changes =
    [
        entry => entry with { Number = entry.Number + 1 }, entry => entry with { At = entry.At.AddTicks(1) }, entry => entry with { Organisation = Samples.Number(98) }, entry => entry with { Actor = Samples.Number(98) },
        entry => entry with { Action = entry.Action + " " }, entry => entry with { Subject = entry.Subject + " " }, entry => entry with { Detail = entry.Detail + " " }, entry => entry with { Previous = new string('1', 64) }, entry => entry with { Hash = new string('1', 64) },
        entry => entry with { Hash = "" }, entry => entry with { Action = entry.Action + entry.Subject[..1], Subject = entry.Subject[1..] }, entry => entry with { Detail = "\ud800" },
    ];

    [Fact]
    public void A_chain_as_it_was_written_is_intact()
    {
        Assert.Equal(new ChainVerdict(12, Chain[^1].Hash, null), AuditChain.Verify(Chain));
        Assert.Equal(new ChainVerdict(0, AuditChain.Beginning, null), AuditChain.Verify([]));
    }

    [Fact]
    public void Every_field_of_every_entry_is_held() => Assert.Equal(typeof(AuditEntry).GetProperties().Length, Changes.Length - 3);

    [Fact]
    public void Any_changed_entry_is_found()
    {
        for (var i = 0; i < Chain.Length; i++)
        {
            foreach (var change in Changes)
            {
                var verdict = AuditChain.Verify(Chain.Select((entry, at) => at == i ? change(entry) : entry));
                Assert.False(verdict.Intact);
                Assert.InRange(verdict.Verified, i, i + 1);
            }
        }
    }

    [Fact]
    public void A_changed_entry_that_was_hashed_anew_is_found_at_the_next_one()
    {
        var forged = AuditChain.Next(Chain[4], Chain[5].At, Chain[5].Organisation, Chain[5].Actor, Chain[5].Action, Chain[5].Subject, "{\"unitPrice\":1}");
        Assert.Equal(6, AuditChain.Verify([.. Chain[..5], forged, .. Chain[6..]]).Verified);
    }

    [Fact]
    public void Any_removed_entry_is_found_and_the_last_ones_by_the_head()
    {
        for (var i = 0; i < Chain.Length - 1; i++) Assert.Equal((false, i), (AuditChain.Verify([.. Chain[..i], .. Chain[(i + 1)..]]).Intact, AuditChain.Verify([.. Chain[..i], .. Chain[(i + 1)..]]).Verified));
        var cut = AuditChain.Verify(Chain[..^1]);
        Assert.True(cut.Intact);
        Assert.NotEqual(Chain[^1].Hash, cut.Head);
    }

    [Fact]
    public void Any_two_entries_that_were_swapped_are_found() => Laws.Hold(from a in Gen.Choose(0, Chain.Length - 1) from b in Gen.Choose(0, Chain.Length - 1) where a != b select (a, b), pair =>
    {
        var swapped = (AuditEntry[])Chain.Clone();
        (swapped[pair.a], swapped[pair.b]) = (swapped[pair.b], swapped[pair.a]);
        Assert.False(AuditChain.Verify(swapped).Intact);
        // With their numbers put right again as well.
        (swapped[pair.a], swapped[pair.b]) = (swapped[pair.a] with { Number = pair.a + 1 }, swapped[pair.b] with { Number = pair.b + 1 });
        Assert.False(AuditChain.Verify(swapped).Intact);
    });

    [Fact]
    public void Any_inserted_entry_is_found()
    {
        for (var i = 0; i < Chain.Length; i++)
        {
            var inserted = AuditChain.Next(i == 0 ? null : Chain[i - 1], Samples.Now, Samples.Customer.Id, Samples.Customer.Id, "offer.opened", "offer/1", "{}");
            Assert.False(AuditChain.Verify([.. Chain[..i], inserted, .. Chain[i..]]).Intact);
            Assert.False(AuditChain.Verify([.. Chain[..i], inserted, .. Chain[i..].Select(entry => entry with { Number = entry.Number + 1 })]).Intact);
        }
    }

    [Fact]
    public void Fields_that_join_to_the_same_text_hash_differently() => Laws.Hold(from at in Gen.Choose(0, 6) from other in Gen.Choose(0, 6) where at != other select (at, other), cut =>
    {
        AuditEntry Cut(int at) => AuditChain.Next(null, Samples.Now, Guid.Empty, Guid.Empty, "abcdef"[..at], "abcdef"[at..], "");
        Assert.NotEqual(Cut(cut.at).Hash, Cut(cut.other).Hash);
    });

    [Fact]
    public void Half_a_character_is_kept_as_databases_can_keep_it()
    {
        var entry = AuditChain.Next(null, Samples.Now, Guid.Empty, Guid.Empty, "a\ud800", "s", "d");
        Assert.Equal("a\ufffd", entry.Action);
        Assert.True(AuditChain.Verify([entry]).Intact);
    }

    [Fact]
    public void The_time_zone_of_the_writer_is_no_part_of_it()
    {
        var entry = AuditChain.Next(null, Samples.Now, Guid.Empty, Guid.Empty, "a", "s", "d");
        Assert.Equal(TimeSpan.Zero, entry.At.Offset);
        Assert.True(AuditChain.Verify([entry with { At = Samples.Now }]).Intact);
    }

    private static AuditEntry[] Make(int count)
    {
        var chain = new AuditEntry[count];
        for (var i = 0; i < count; i++) chain[i] = AuditChain.Next(i == 0 ? null : chain[i - 1], Samples.Now.AddMinutes(i), Samples.Customer.Id, Samples.Manufacturer.Id, "offer.sent", $"offer/{i}", "{\"unitPrice\":12.5}");
        return chain;
    }
}
