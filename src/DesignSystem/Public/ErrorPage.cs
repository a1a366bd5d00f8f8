// What a person reads when a page cannot be shown.
namespace Hearth.DesignSystem.Public;

/// <summary>
/// The words for a status, in the tenant's look. A page sets <c>Layout = "_TenantLayout"</c> and <c>ViewData.Frame(error.Frame(Phrases))</c>
/// and draws <c>&lt;partial name="@error.Partial" model="error" /&gt;</c>.
/// </summary>
/// <param name="Name">The words' place in the files: <c>error.not-found.title</c> …</param>
/// <param name="Partial">The partial's name, found from every module.</param>
/// <param name="Reference">What the person may quote when they ring; null shows none.</param>
public sealed record ErrorPage(string Name, string Partial, string? Reference = null)
{
    public PageFrame Frame(Phrases phrases) => new(Title(phrases)) { Unlisted = true };

    public string Title(Phrases phrases) => phrases[$"error.{Name}.title"];

    /// <summary>A form that came back too late, or after signing out in another window.</summary>
    public static ErrorPage Expired { get; } = new("expired", "_Expired");

    /// <summary>The page for an HTTP status.</summary>
    public static ErrorPage Of(int status, string? reference = null) =>
        status switch
        {
            401 or 403 => new("forbidden", "_Forbidden"),
            404 or 410 => new("not-found", "_NotFound"),
            429 => new("too-many", "_TooMany"),
            503 => new("closed", "_Unavailable", reference),
            >= 400 and < 500 => new("unreadable", "_Unreadable", reference),
            _ => new("failed", "_Failed", reference),
        };
}
