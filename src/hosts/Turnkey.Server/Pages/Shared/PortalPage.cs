using Microsoft.AspNetCore.Components;
using Turnkey.Contracts;
using Turnkey.Server.Access;
using Turnkey.Storage;

namespace Turnkey.Server.Pages.Shared;

/// <summary>What every page has: who looks, what was sent, and what became of it. A success goes to a page by its address, so that going back sends nothing again; a refusal is said where it was asked.</summary>
public abstract class PortalPage : ComponentBase
{
    private FormValues? form;

    [Inject]
    protected Store Store { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    protected Actor Actor => Http.HttpContext!.Actor();

    protected CancellationToken Cancel => Http.HttpContext!.RequestAborted;

    /// <summary>Why what was asked did not happen; empty when nothing was, or it did.</summary>
    protected string Refused { get; private set; } = "";

    protected FormValues Form => form ??= new FormValues(Http.HttpContext!.Request.HasFormContentType ? Http.HttpContext.Request.Form : FormCollection.Empty);

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Does something and goes on to a page, or stays and says why not.</summary>
    protected async Task ActAsync<T>(Task<Decision<T>> asked, Func<T, string> next)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(next);
        if ((await asked).TryGet(out var value, out var why)) Navigation.NavigateTo(next(value));
        else Refuse(why);
    }

    protected void Refuse(Refusal why)
    {
        Refused = Words.Sentence(why);
        Http.HttpContext!.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    /// <summary>Says that there is no such page, in the same words for what is another's and what never was.</summary>
    protected void Missing()
    {
        var response = Http.HttpContext!.Response;
        // Said when the answer begins: a page that says it earlier is not rendered, because another one would stand in for it, and this one says what there might be instead.
        response.OnStarting(() =>
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
