namespace Turnkey.Contracts.Requests;

/// <summary>What may be handed to a manufacturer: any part of the way from an idea to a packed product.</summary>
public enum Service
{
    Design,
    Fabrication,
    Assembly,
    BoxBuild,
    Test,
    Packaging,
}
