using System.Diagnostics.CodeAnalysis;

namespace Turnkey.Contracts;

/// <summary>What a rule says to a wish: what it becomes, or why it may not be. A refusal is an answer to a person, not a fault of the program.</summary>
public abstract record Decision<T>
{
    private Decision()
    {
    }

    public sealed record Made(T Value) : Decision<T>;

    public sealed record Refused(Refusal Why) : Decision<T>;

    public static implicit operator Decision<T>(T value) => new Made(value);

    public static implicit operator Decision<T>(Refusal why) => new Refused(why);

    /// <summary>The value, or why there is none.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Refusal? why)
    {
        (value, why) = this is Made made ? (made.Value, (Refusal?)null) : (default, ((Refused)this).Why);
        return why is null;
    }

    /// <summary>Goes on with what was decided; a refusal stays what it is.</summary>
    public Decision<TNext> Then<TNext>(Func<T, Decision<TNext>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this switch
        {
            Made made => next(made.Value),
            Refused refused => refused.Why,
            _ => throw new InvalidOperationException($"no decision {this}"),
        };
    }
}

/// <summary>Why something may not be.</summary>
/// <param name="Code">Stable and for machines: <c>offer.already-sent</c>.</param>
/// <param name="Message">For the person who asked: what is wrong, and what to do.</param>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>What was asked for does not exist for who asks: the same words whether it is another's or was never there, so that neither can be told apart.</summary>
    public static Refusal NotFound(string what) => new("not-found", $"there is no such {what}");

    public static Refusal NotAllowed(string message) => new("not-allowed", message);
}
