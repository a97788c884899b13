namespace Turnkey.Server.Demonstration;

/// <summary>How to look at what the demonstration left.</summary>
public sealed class DemoAccess
{
    internal DemoAccess(string password, IReadOnlyList<DemoCompany> companies, Guid request)
    {
        Password = password;
        People = [.. companies.Select(company => (company.Profile.Name, company.Mail))];
        Request = request;
    }

    /// <summary>The same for all, made anew each time.</summary>
    public string Password { get; }

    public IReadOnlyList<(string Company, string Mail)> People { get; }

    /// <summary>The request that everything is about.</summary>
    public Guid Request { get; }
}
