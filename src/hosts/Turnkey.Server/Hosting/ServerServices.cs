using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Turnkey.Contracts;
using Turnkey.Server.Access;
using Turnkey.Server.Api.Documentation;
using Turnkey.Server.Jobs;
using Turnkey.Server.Mails;
using Turnkey.Server.Parties;
using Turnkey.Server.Webhooks;
using Turnkey.Storage;
using Turnkey.Storage.Rows;

namespace Turnkey.Server.Hosting;

/// <summary>What the server is put together from.</summary>
internal static class ServerServices
{
    public static void Add(WebApplicationBuilder builder, ServerOptions options, Store store, TimeProvider clock)
    {
        builder.WebHost.UseUrls(options.Listen);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 4 << 20;
        });
        builder.Logging.ClearProviders();
        if (options.Log)
        {
            builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
            builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
            // What keeps it from starting is told once, by who started it, in a line.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
            // Keys lie in the data folder, which only its owner reads.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
            builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(store).AddSingleton(clock);
        services.AddScoped(_ => store.OpenForSignIn());
        services.AddHostedService<JobRunner>();
        services.AddScoped<People>().AddScoped<FoundOrganisation>().AddScoped<Membership>();

        services.AddDataProtection().SetApplicationName("turnkey").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Folder, "keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "turnkey";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            // Behind a proxy that ends TLS the request says so; without TLS at all it works only where nobody listens, on one's own machine.
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/sign-in";
        }));
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            // Length is what makes a password strong (NIST SP 800-63B); rules about letters only make it hard to remember.
            identity.Password.RequiredLength = 12;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequiredUniqueChars = 5;
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<SystemContext>().AddSignInManager().AddDefaultTokenProviders();
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = ForgeryCheck.Header;
            antiforgery.Cookie.Name = "turnkey-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json =>
        {
            var (from, to) = (ContractJson.Options, json.SerializerOptions);
            (to.NumberHandling, to.AllowOutOfOrderMetadataProperties, to.RespectNullableAnnotations, to.IgnoreReadOnlyProperties, to.MaxDepth, to.Encoder) =
                (from.NumberHandling, from.AllowOutOfOrderMetadataProperties, from.RespectNullableAnnotations, from.IgnoreReadOnlyProperties, from.MaxDepth, from.Encoder);
            foreach (var converter in from.Converters) to.Converters.Add(converter);
            // What is sent to us is taken at its word: a member that is mistyped, or left out, is said so instead of being guessed.
            (to.UnmappedMemberHandling, to.RespectRequiredConstructorParameters) = (JsonUnmappedMemberHandling.Disallow, true);
        });
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        ApiDescription.Add(services);
        services.AddSingleton<RateLimits>().AddSingleton<PublicLinks>();
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookTargets>().AddScoped<EditWebhooks>();
        services.AddSingleton<WebhookSender>().AddHostedService(all => all.GetRequiredService<WebhookSender>());
        services.AddSingleton<MailSender>().AddHostedService(all => all.GetRequiredService<MailSender>());
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.MostUpload + (1 << 20));
    }
}
