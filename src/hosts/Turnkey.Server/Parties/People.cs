using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Turnkey.Contracts;
using Turnkey.Contracts.Parties;
using Turnkey.Server.Mails;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Parties;

/// <summary>Makes the account of a person in the transaction in which they join an organisation, under the rules for passwords that Identity is set up with.</summary>
internal sealed class People(UserManager<Account> users)
{
    public async Task<Decision<Account>> CreateAsync(Change writing, string mail, string name, string password)
    {
        mail = mail.Trim();
        if (!MailMessage.CanBeSentTo(mail)) return new Refusal("person.mail", $"'{mail}' is no mail address");
        if (name.Trim().Length is 0 or > 100) return new Refusal("person.name", "say how you are called, in up to 100 characters");
        var normalized = users.NormalizeEmail(mail);
        if (await writing.All.Users.AnyAsync(row => row.NormalizedEmail == normalized)) return new Refusal("person.known", $"{mail} already has an account; sign in with it");
        var account = new Account
        {
            Id = writing.NewId(),
            UserName = mail,
            NormalizedUserName = users.NormalizeName(mail),
            Email = mail,
            NormalizedEmail = normalized,
            // Whoever has the link of an invitation has read the mail it came in.
            EmailConfirmed = true,
            DisplayName = name.Trim(),
            CreatedAt = writing.At,
            SecurityStamp = Guid.CreateVersion7(writing.At).ToString("N"),
            LockoutEnabled = true,
        };
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, account, password);
            if (!result.Succeeded) return new Refusal("person.password", string.Join(" ", result.Errors.Select(error => error.Description.TrimEnd('.'))));
        }
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        writing.All.Users.Add(account);
        return account;
    }

    public static void Join(Change writing, Account account, Guid organisation, Roles roles) =>
        writing.All.Memberships.Add(new MembershipRow { UserId = account.Id, OrganisationId = organisation, Roles = roles, CreatedAt = writing.At });
}
