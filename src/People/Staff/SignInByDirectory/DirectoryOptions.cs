// The landlord's own directory, as its IT team configures it: OpenID Connect.
using Hearth.Storage.Public;

namespace Hearth.People.Staff.SignInByDirectory;

/// <summary>Configuration section <c>Hearth:Directory</c>. Off while it names no authority.</summary>
internal sealed class DirectoryOptions
{
    /// <summary>As staff know it: “Ousebridge account”.</summary>
    public string Name { get; set; } = "your work account";

    /// <summary>Address of the provider; its discovery document lies below it.</summary>
    public string? Authority { get; set; }
    public string ClientId { get; set; } = "";
    public string? ClientSecret { get; set; }

    /// <summary>Beyond <c>openid</c>.</summary>
    public string Scopes { get; set; } = "email profile";

    /// <summary>The claim that lists groups.</summary>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>Role by group. Where any is set, roles come from the directory at each sign-in; where none, they are given in Hearth.</summary>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>Whether somebody unknown who is in one of those groups gets an account; otherwise they are invited first.</summary>
    public bool MakesAccounts { get; set; }

    public bool On => !string.IsNullOrWhiteSpace(Authority) && ClientId.Length > 0;

    /// <summary>The roles that these groups give.</summary>
    public IReadOnlyList<Role> RolesOf(IEnumerable<string> groups) =>
        [
            .. groups
                .Where(Roles.ContainsKey)
                .Select(group => Enum.TryParse<Role>(Roles[group], out var role) && Enum.IsDefined(role) ? role : (Role?)null)
                .OfType<Role>()
                .Distinct(),
        ];
}
