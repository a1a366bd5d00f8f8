// One text of an answer in another language, with the fingerprint of the English it was made from.
namespace Hearth.Feedback.Replies.Translations;

internal sealed class ReplyTranslation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ReplyId { get; init; }

    /// <summary>BCP 47, as tenants' pages know the language: <c>pl</c>, <c>ur</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>Which text: <c>title</c>, <c>said</c>, <c>what</c>; see <see cref="Parts"/>.</summary>
    public string Part { get; init; } = "";
    public string Text { get; set; } = "";

    /// <summary>Lower-cased in C#, for the public search.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>Fingerprint of the English it was made from; another one there now makes it out of date.</summary>
    public string Source { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>The colleague who reads the language and has checked it; null where nobody has.</summary>
    public string? CheckedBy { get; set; }
}
