// What a page tells its layout: title, place in the menu, the way back.
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hearth.DesignSystem.Public;

/// <summary>A step on the way to this page.</summary>
public sealed record Breadcrumb(string Text, string Href);

/// <summary>What a page tells its layout. <c>ViewData.Frame(new PageFrame("Results") { … })</c>.</summary>
/// <param name="Title">Without the landlord's name and without “Error:”, both of which the layout adds.</param>
public sealed record PageFrame(string Title)
{
    /// <summary>The <see cref="MenuEntry.Section"/> this page belongs to.</summary>
    public string? Section { get; init; }

    public IReadOnlyList<Breadcrumb> Breadcrumbs { get; init; } = [];

    /// <summary>Shows “Back” above the page.</summary>
    public string? BackHref { get; init; }

    /// <summary>Question pages: where “Save and leave” goes. Null shows <see cref="SiteLinks.TenantHome"/> as “Home”.</summary>
    public string? LeaveHref { get; init; }

    /// <summary>Words of the link that leaves a question page; null says “Save and leave”.</summary>
    public string? LeaveText { get; init; }

    /// <summary>Tenant pages whose first part reaches from edge to edge (a hero): the page then makes its own <c>hearth-wrap</c>.</summary>
    public bool EdgeToEdge { get; init; }

    /// <summary>BCP 47 language of what is printed; null is English. Other pages are in their reader's language.</summary>
    public string? Language { get; init; }

    /// <summary>Asks search engines to stay away: pages behind a code or a sign-in.</summary>
    public bool Unlisted { get; init; }
}

public static class PageFrameViewData
{
    private const string Key = "Hearth.PageFrame";

    /// <summary>Sets the frame of this page.</summary>
    public static void Frame(this ViewDataDictionary viewData, PageFrame frame) => viewData[Key] = frame;

    /// <summary>The frame of this page; a page that only set <c>ViewData["Title"]</c> gets a plain one.</summary>
    public static PageFrame Frame(this ViewDataDictionary viewData) =>
        viewData[Key] as PageFrame ?? new PageFrame(viewData["Title"] as string ?? "");
}
