using System.Collections.Immutable;
using Turnkey.Sourcing.Suppliers.Interfaces;

namespace Turnkey.Sourcing.Suppliers;

/// <summary>The interfaces that can be asked.</summary>
public static class SupplierInterfaces
{
    /// <summary>By name.</summary>
    public static ImmutableArray<ISupplierInterface> All { get; } = [new DigiKey(), new Element14(), new Mouser(), new Nexar(), new Tme()];

    /// <summary>The interface of a supplier by its name or another name that the table has for it; null when there is none.</summary>
    public static ISupplierInterface? Find(string name, SupplierTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Find(name) is { } terms ? All.FirstOrDefault(one => one.Name == terms.Name) : null;
    }
}
