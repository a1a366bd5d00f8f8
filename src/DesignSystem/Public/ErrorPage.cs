// What a person reads when a page cannot be shown.
namespace Hearth.DesignSystem.Public;

/// <summary>
/// The words for a status, in the tenant's look. A page sets <c>Layout = "_TenantLayout"</c> and <c>ViewData.Frame(error.Frame)</c>
/// and draws <c>&lt;partial name="@error.Partial" model="error" /&gt;</c>.
/// </summary>
/// <param name="Title">Of the page.</param>
/// <param name="Partial">The partial's name, found from every module.</param>
/// <param name="Reference">What the person may quote when they ring; null shows none.</param>
public sealed record ErrorPage(string Title, string Partial, string? Reference = null)
{
    public PageFrame Frame => new(Title) { Unlisted = true };

    /// <summary>A form that came back too late, or after signing out in another window.</summary>
    public static ErrorPage Expired { get; } = new("Your page is too old to send", "_Expired");

    /// <summary>The page for an HTTP status.</summary>
    public static ErrorPage Of(int status, string? reference = null) =>
        status switch
        {
            401 or 403 => new("You can’t see this page", "_Forbidden"),
            404 or 410 => new("We can’t find that page", "_NotFound"),
            429 => new("Please wait a little", "_TooMany"),
            503 => new("Sorry, we are closed for a short time", "_Unavailable", reference),
            >= 400 and < 500 => new("We can’t read what you sent", "_Unreadable", reference),
            _ => new("Sorry, something went wrong", "_Failed", reference),
        };
}
