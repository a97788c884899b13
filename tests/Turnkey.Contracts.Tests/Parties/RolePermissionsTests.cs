using Turnkey.Contracts.Parties;

namespace Turnkey.Contracts.Tests.Parties;

public sealed class RolePermissionsTests
{
    /// <summary>Who may do what. A change here is a change of who sees and decides what in every company that uses this.</summary>
    private const string Golden = """
        Buyer: Read Request Converse Buy
        Engineer: Read Request Converse
        Estimator: Read Converse Estimate
        Sales: Read Converse Estimate Sell
        Planner: Read
        Quality: Read Converse Audit
        Admin: Read Audit Administer
        """;

    [Fact]
    public void The_table_of_roles_is_this() =>
        Assert.Equal(Golden, string.Join('\n', RolePermissions.Single.Select(role => $"{role}: {string.Join(' ', Enum.GetValues<Permission>().Where(permission => role.May(permission)))}")), ignoreLineEndingDifferences: true);

    [Fact]
    public void Every_role_is_in_the_table_and_nobody_may_nothing()
    {
        Assert.Equal(Enum.GetValues<Roles>().Where(role => role != Roles.None), RolePermissions.Single);
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => Roles.None.May(permission));
    }

    [Fact]
    public void Two_roles_may_what_each_may_and_no_more()
    {
        foreach (var one in RolePermissions.Single)
        {
            foreach (var two in RolePermissions.Single)
            {
                foreach (var permission in Enum.GetValues<Permission>()) Assert.Equal(one.May(permission) || two.May(permission), (one | two).May(permission));
            }
        }
    }
}
