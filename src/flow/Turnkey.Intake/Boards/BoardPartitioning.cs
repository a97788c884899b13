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
        var layers = files.Where(IsLayer).ToImmutableArray();
        if (!Collides(layers)) return new BoardPartition([new BoardFiles(packageName, files)], []);

        var groups = Split(layers);
        // Copper with an outline or a mask is a board; the rest (a folder of drills, of assembly drawings) goes to the board it lies nearest to.
        var seeds = groups.Where(group => group.Value.Exists(file => file.Role == FileRole.Copper) && group.Value.Exists(file => file.Role is FileRole.Outline or FileRole.SolderMask))
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        if (seeds.Length < 2) return new BoardPartition([new BoardFiles(packageName, files)], []);
        var members = seeds.Select(seed => new List<DesignFile>(seed.Value)).ToArray();
        var seeded = seeds.SelectMany(seed => seed.Value).ToHashSet();
        foreach (var file in files.Where(file => !seeded.Contains(file)))
        {
            members[Nearest(file, seeds.Select(seed => seed.Value).ToArray())].Add(file);
        }
        var names = Names(seeds.Select(seed => seed.Key).ToArray(), packageName);
        var boards = members.Select((list, i) => new BoardFiles(names[i], [.. list.OrderBy(file => file.Path, StringComparer.Ordinal)])).ToArray();
        return BoardVersions.KeepNewest(boards);
    }

    private static bool IsLayer(DesignFile file) =>
        file.Content is FileContent.Gerber && file.Role is FileRole.Copper or FileRole.SolderMask or FileRole.Paste or FileRole.Legend or FileRole.Outline;

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

    private static string Project(DesignFile file) =>
        file.Content is FileContent.Gerber { File.Attributes.ProjectId: { Length: > 0 } project } ? $"{project[0]}{(project.Length > 2 && project[2].Length > 0 && project[2] != "rev?" ? $" {project[2]}" : "")}" : "";

    /// <summary>The board with the longest common path, then the longest common beginning of the name, then the most of its own words, then the first.</summary>
    private static int Nearest(DesignFile file, List<DesignFile>[] boards)
    {
        var folder = file.Path.Split('/')[..^1];
        var words = file.OwnWords.ToHashSet(StringComparer.Ordinal);
        var best = 0;
        var bestScore = (-1, -1, -1);
        for (var i = 0; i < boards.Length; i++)
        {
            var path = boards[i].Max(other => Common(folder, other.Path.Split('/')[..^1]));
            var start = boards[i].Max(other => file.Name.AsSpan().CommonPrefixLength(other.Name));
            var shared = boards[i].Max(other => other.OwnWords.Count(words.Contains));
            if ((path, start, shared).CompareTo(bestScore) > 0) (best, bestScore) = (i, (path, start, shared));
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
