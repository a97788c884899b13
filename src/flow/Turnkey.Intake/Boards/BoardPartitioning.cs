using System.Collections.Immutable;
using Turnkey.Designs;
using Turnkey.Designs.Layers;
using Turnkey.Intake.Identification;
using Turnkey.Intake.Reading;

namespace Turnkey.Intake.Boards;

/// <summary>
/// Tells which files belong to which board. A package is one board as long as no layer occurs twice; where one does, files part by folder,
/// then by project identity (X2), then by the words of their names that say no layer.
/// </summary>
internal static class BoardPartitioning
{
    public static BoardPartition Partition(string packageName, ImmutableArray<DesignFile> files)
    {
        var setAside = ImmutableArray.CreateBuilder<(DesignFile, string)>();
        var kept = WithoutDoubles(files, setAside);
        var layers = kept.Where(IsLayer).ToImmutableArray();
        if (!Collides(layers)) return new BoardPartition([new BoardFiles(packageName, kept)], setAside.ToImmutable());

        var groups = Split(layers);
        // Only what has copper is a board; the rest (a folder of drills, of assembly drawings) goes to the board it lies nearest to.
        var seeds = groups.Where(group => group.Value.Exists(file => file.Role == FileRole.Copper)).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (seeds.Length < 2) return new BoardPartition([new BoardFiles(packageName, kept)], setAside.ToImmutable());
        var members = seeds.Select(seed => new List<DesignFile>(seed.Value)).ToArray();
        var seeded = seeds.SelectMany(seed => seed.Value).ToHashSet();
        foreach (var file in kept.Where(file => !seeded.Contains(file)))
        {
            members[Nearest(file, seeds.Select(seed => seed.Value).ToArray())].Add(file);
        }
        var names = Names(seeds.Select(seed => seed.Key).ToArray(), packageName);
        var boards = members.Select((list, i) => new BoardFiles(names[i], [.. list.OrderBy(file => file.Path, StringComparer.Ordinal)])).ToArray();
        return BoardVersions.KeepNewest(boards, setAside.ToImmutable());
    }

    private static bool IsLayer(DesignFile file) =>
        file.Content is FileContent.Gerber && file.Role is FileRole.Copper or FileRole.SolderMask or FileRole.Paste or FileRole.Legend or FileRole.Outline;

    /// <summary>A folder whose layers and drills all stand in another folder too, and a table that does, were sent twice.</summary>
    private static ImmutableArray<DesignFile> WithoutDoubles(ImmutableArray<DesignFile> files, ImmutableArray<(DesignFile, string)>.Builder setAside)
    {
        var folders = files.Where(file => file.Content is FileContent.Gerber or FileContent.Drill).GroupBy(file => file.Folder, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (Folder: group.Key, Hashes: group.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal))).ToArray();
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < folders.Length; i++)
        {
            var twin = Array.FindIndex(folders, other => other.Folder != folders[i].Folder && !dropped.Contains(other.Folder) && folders[i].Hashes.IsSubsetOf(other.Hashes));
            if (twin >= 0) dropped.Add(folders[i].Folder);
        }
        var first = new Dictionary<(string, string), DesignFile>();
        var kept = ImmutableArray.CreateBuilder<DesignFile>();
        foreach (var file in files)
        {
            var twin = file.Content is FileContent.Gerber or FileContent.Drill
                ? dropped.Contains(file.Folder) ? files.First(other => other.Sha256 == file.Sha256 && !dropped.Contains(other.Folder)) : null
                : file.Role is FileRole.Bom or FileRole.Centroid or FileRole.Netlist or FileRole.Job ? first.GetValueOrDefault((file.Name, file.Sha256)) : null;
            if (twin is not null)
            {
                setAside.Add((file, $"the same bytes as {twin.Path}"));
                continue;
            }
            first.TryAdd((file.Name, file.Sha256), file);
            kept.Add(file);
        }
        return kept.ToImmutable();
    }

    /// <summary>Two top or two bottom coppers, or two inner layers of one number, cannot be one board.</summary>
    private static bool Collides(IEnumerable<DesignFile> layers) =>
        layers.Where(file => file.Role is FileRole.Copper or FileRole.SolderMask && (file.Meaning.Side is Side.Top or Side.Bottom || file.Meaning.Order is not null))
            .GroupBy(file => (file.Role, file.Meaning.Side, file.Meaning.Side is Side.Top or Side.Bottom ? null : file.Meaning.Order))
            .Any(group => group.Count() > 1);

    private static Dictionary<string, List<DesignFile>> Split(ImmutableArray<DesignFile> layers)
    {
        Func<DesignFile, string>[] keys =
        [
            file => file.Folder,
            file => $"{file.Folder}\n{Project(file)}",
            file => $"{file.Folder}\n{string.Join(' ', file.OwnWords)}",
        ];
        foreach (var key in keys)
        {
            var groups = layers.GroupBy(key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
            if (!groups.Values.Any(Collides)) return groups;
        }
        return layers.GroupBy(keys[^1], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    private static string Project(DesignFile file) => file.Content is FileContent.Gerber gerber ? string.Join(",", gerber.File.Attributes.ProjectId) : "";

    /// <summary>The board with the longest common path, then with the most words of the name in common, then the first.</summary>
    private static int Nearest(DesignFile file, List<DesignFile>[] boards)
    {
        var folder = file.Path.Split('/')[..^1];
        var words = file.OwnWords.ToHashSet(StringComparer.Ordinal);
        var best = 0;
        var bestScore = (-1, -1);
        for (var i = 0; i < boards.Length; i++)
        {
            var path = boards[i].Max(other => Common(folder, other.Path.Split('/')[..^1]));
            var shared = boards[i].Max(other => other.OwnWords.Count(words.Contains));
            if ((path, shared).CompareTo(bestScore) > 0) (best, bestScore) = (i, (path, shared));
        }
        return best;
    }

    private static int Common(string[] a, string[] b)
    {
        var count = 0;
        while (count < a.Length && count < b.Length && a[count] == b[count]) count++;
        return count;
    }

    /// <summary>Keys shortened to what differs: the last folder, or the words of the name.</summary>
    private static string[] Names(string[] keys, string packageName)
    {
        var parts = keys.Select(key => key.Split('/', '\n').Where(part => part.Length > 0).ToArray()).ToArray();
        var common = parts.Min(part => part.Length) == 0 ? 0 : Enumerable.Range(0, parts.Min(part => part.Length)).TakeWhile(i => parts.All(part => part[i] == parts[0][i])).Count();
        return [.. parts.Select(part => string.Join(' ', part[Math.Min(common, part.Length)..]) is { Length: > 0 } name ? name : packageName)];
    }
}
