// What the landlord's IT sets from outside: section "Hearth" of the configuration.
using Hearth.Storage.Public;

namespace Hearth.Web;

public sealed class HearthOptions
{
    /// <summary>A path for SQLite, or a PostgreSQL connection.</summary>
    public string Database { get; set; } = "data/hearth.db";

    /// <summary>Bring the schema up to date at every start.</summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>Run the jobs (sending, closing) on this node.</summary>
    public bool RunJobs { get; set; } = true;

    /// <summary>Days without any job after which the clock is asked about before anything is sent or deleted; 0 for never. See docs/runbooks.</summary>
    public double LongestGapDays { get; set; } = LongestGap.UsualDays;

    /// <summary>Start of the links in messages: <c>https://tell.ousebridge.example</c>. Without it, the address an officer opens a survey from.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>People reach the site by https, whatever the proxy speaks to it.</summary>
    public bool Https => PublicAddress?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A folder with the landlord's own word files (<c>ro.po</c>), read at the start: docs/languages.md. Otherwise <c>words</c> beside the program.</summary>
    public string? Words { get; set; }

    /// <summary>Shows the demo landlord's sign-ins. Never for real tenants.</summary>
    public bool Demo { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.5</c>, <c>10.0.0.0/8</c>) of the proxies that stand before Hearth: only what they say of the visitor's address is believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}
