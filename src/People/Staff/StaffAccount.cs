// A member of staff who may sign in, with what guards the door: password, second step, and the stamp that ends old sessions.
using Hearth.Storage.Public;

namespace Hearth.People.Staff;

internal sealed class StaffAccount
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";

    /// <summary>Trimmed and lower-cased in C#, unique.</summary>
    public string EmailKey { get; set; } = "";

    /// <summary>Names of roles, parted by commas.</summary>
    public string RoleList { get; private set; } = "";
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change that must end the sessions begun before it.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>The second step's secret, sealed with the protection keys.</summary>
    public string? SealedKey { get; set; }

    /// <summary>Null until a first code from the phone has shown that the secret arrived there.</summary>
    public DateTimeOffset? SecondStepSetAt { get; set; }

    /// <summary>The thirty seconds whose code was last accepted: neither it nor an earlier one is accepted again.</summary>
    public long LastStep { get; set; }

    /// <summary>Hashes of the recovery codes that are left, parted by spaces.</summary>
    public string RecoveryHashes { get; set; } = "";

    /// <summary>Hash of the one-time link by which a password is chosen.</summary>
    public string? WelcomeHash { get; set; }
    public DateTimeOffset? WelcomeUntil { get; set; }

    /// <summary>Ids of the patches they are limited to, parted by commas; null with <see cref="WardList"/> for all homes.</summary>
    public string? PatchList { get; private set; }
    public string? WardList { get; private set; }

    /// <summary>Who they are in the landlord's directory: its address and their number there. Null until they first came in by it.</summary>
    public string? DirectorySubject { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignInAt { get; set; }
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>Made by the demo: the only accounts the demo's buttons open.</summary>
    public bool Demo { get; init; }

    public IReadOnlyList<Role> Roles
    {
        get => [.. RoleList.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];
        set => RoleList = string.Join(',', value.Distinct().Order());
    }

    /// <summary>What they may see; null for all homes. An administrator sees all.</summary>
    public Sight? Sight
    {
        get => PatchList is null && WardList is null || Roles.Contains(Role.Administrator) ? null : new(Ids(PatchList), Ids(WardList));
        set => (PatchList, WardList) = value is null ? (null, null) : (string.Join(',', value.Patches), string.Join(',', value.Wards));
    }

    private static List<Guid> Ids(string? list) => [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>By password. The demo's people have none and come in by their button.</summary>
    public bool MaySignIn => SuspendedAt is null && PasswordHash is not null;

    public static string KeyOf(string? email) => (email ?? "").Trim().ToLowerInvariant();
}
