using Turnkey.Kernel;
using Turnkey.Sourcing.Suppliers;

namespace Turnkey.Pipeline.Suppliers;

/// <summary>
/// Answers on disk, a file each, named by a hash. A file is written under a temporary name, flushed and renamed, so that a reader never meets half of one. Answers
/// older than their supplier's terms allow are deleted, whether they are asked for or not.
/// </summary>
internal sealed class AnswerCache(string folder, SupplierTable table, TimeProvider time)
{
    private const string Temporary = ".turnkey-new";
    private const long LargestFile = 200L << 20;

    /// <summary>Deletes what may not be kept any longer.</summary>
    public void Prune(DiagnosticLog log)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Load(path, log) is { } kept && table.Find(kept.Supplier) is { } terms && time.GetUtcNow() - kept.Asked >= terms.Retention) Delete(path, log);
        }
    }

    /// <summary>The answer that is kept to a question; null when there is none that may be used.</summary>
    public KeptAnswer? Find(SupplierTerms terms, PartQuestion question, SupplierMarket market, DiagnosticLog log)
    {
        var path = PathOf(terms, question, market);
        if (!File.Exists(path) || Load(path, log) is not { } kept) return null;
        // The name is a hash; what it stands for is in the file.
        if (kept.Supplier != terms.Name || kept.MarketKey != market.Key || kept.Question.Key != question.Key) return null;
        var age = time.GetUtcNow() - kept.Asked;
        if (age < terms.Retention && age >= -TimeSpan.FromMinutes(5)) return kept;
        Delete(path, log);
        return null;
    }

    /// <summary>Keeps an answer where the terms allow it.</summary>
    public void Keep(SupplierTerms terms, KeptAnswer answer, SupplierMarket market, DiagnosticLog log)
    {
        if (terms.Retention <= TimeSpan.Zero) return;
        var path = PathOf(terms, answer.Question, market);
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(path + Temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(answer.Write());
                stream.Flush(flushToDisk: true);
            }
            File.Move(path + Temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warning("suppliers.cache-unwritable", 0, $"answers are not kept in '{folder}': {e.Message}");
        }
    }

    private string PathOf(SupplierTerms terms, PartQuestion question, SupplierMarket market) => Path.Combine(folder, KeptAnswer.Hash(terms.Name, question, market) + ".json");

    private static KeptAnswer? Load(string path, DiagnosticLog log)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length <= LargestFile && KeptAnswer.Parse(File.ReadAllBytes(path)) is { } kept) return kept;
            log.Warning("suppliers.cache-unreadable", 0, $"the kept answer {file.Name} is damaged and is not used; it is asked for again");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Warning("suppliers.cache-unreadable", 0, $"the kept answer {Path.GetFileName(path)} cannot be read: {e.Message}");
        }
        return null;
    }

    private static void Delete(string path, DiagnosticLog log)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error("suppliers.cache-undeletable", 0, $"the kept answer {Path.GetFileName(path)} is older than the supplier's terms allow and cannot be deleted ({e.Message}); delete it");
        }
    }
}
