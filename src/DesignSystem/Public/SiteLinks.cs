// Addresses that layouts link to. What is not set is not shown, so no link is ever dead.
namespace Hearth.DesignSystem.Public;

/// <summary>Set by modules and the web project with <c>services.Configure&lt;SiteLinks&gt;(links => …)</c>; each address starts with <c>/</c>.</summary>
public sealed class SiteLinks
{
    /// <summary>The landlord's public first page.</summary>
    public string TenantHome { get; set; } = "/";

    /// <summary>The officer's first page.</summary>
    public string OfficerHome { get; set; } = "/officer";

    /// <summary>Shows the search box in the officer's bar; asked with <c>?q=</c>.</summary>
    public string? OfficerSearch { get; set; }

    /// <summary>The signed-in officer's own page.</summary>
    public string? OfficerMe { get; set; }

    /// <summary>Receives a POST with an antiforgery token.</summary>
    public string? SignOut { get; set; }

    /// <summary>Where “I have a code from a letter” leads.</summary>
    public string? EnterCode { get; set; }

    public string? RingMeBack { get; set; }

    public string? Accessibility { get; set; }

    public string? Privacy { get; set; }

    /// <summary>The public figures: how we are doing.</summary>
    public string? Figures { get; set; }

    public string? Guide { get; set; }

    /// <summary>Who looked at what.</summary>
    public string? Audit { get; set; }
}
