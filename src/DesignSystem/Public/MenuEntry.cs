// One line of a menu, declared by the module whose page it opens.
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.DesignSystem.Public;

/// <summary>Whose menu an entry stands in.</summary>
public enum MenuAudience
{
    /// <summary>Anyone, signed in or not, on the landlord's public pages.</summary>
    Public,

    /// <summary>A signed-in tenant, on the landlord's pages.</summary>
    Tenant,

    /// <summary>Staff, on officer pages.</summary>
    Officer,

    /// <summary>Staff who change how Hearth works: on the page of settings, not in the menu.</summary>
    Settings,
}

/// <summary>An entry of a menu.</summary>
/// <param name="Text">What a person reads: “Surveys”. For tenants the phrase <c>menu.</c> and the section, where the word files have it.</param>
/// <param name="Href">Where it leads, starting with <c>/</c>.</param>
/// <param name="Order">Smaller comes first. Leave gaps of ten.</param>
/// <param name="Audience">Whose menu.</param>
/// <param name="ShownTo">Further condition, a role for instance; null shows it to the whole audience.</param>
/// <param name="Section">Pages whose <see cref="PageFrame.Section"/> equals this mark the entry as current; null compares addresses.</param>
public sealed record MenuEntry(
    string Text,
    string Href,
    int Order,
    MenuAudience Audience,
    Func<ClaimsPrincipal, bool>? ShownTo = null,
    string? Section = null
)
{
    /// <summary>What it is for, in a sentence; read on the page of settings.</summary>
    public string? Says { get; init; }
}

public static class MenuRegistration
{
    /// <summary>Adds an entry; a module calls it from its own <c>Add…</c>.</summary>
    public static IServiceCollection AddMenuEntry(this IServiceCollection services, MenuEntry entry) => services.AddSingleton(entry);
}
