// Everything a page shows of a landlord: name, logo, colours, and how to reach them.
namespace Hearth.DesignSystem.Public;

/// <summary>A landlord's look. Data, never a name in an <c>if</c>.</summary>
public sealed record LandlordLook
{
    /// <summary>As tenants know it, for instance “Ousebridge Homes”.</summary>
    public required string Name { get; init; }

    /// <summary>The short address printed in letters, without scheme, for instance <c>tell.ousebridge.example</c>.</summary>
    public string? TellAddress { get; init; }

    public string? Phone { get; init; }

    public string? TextNumber { get; init; }

    public string? Email { get; init; }

    /// <summary>One line, as at the head of a letter.</summary>
    public string? PostalAddress { get; init; }

    /// <summary>For instance “8am to 6pm, Monday to Friday”.</summary>
    public string? OpeningHours { get; init; }

    /// <summary>A file on this site, starting with <c>/</c>. Used when <see cref="LogoSvg"/> is empty.</summary>
    public string? LogoPath { get; init; }

    /// <summary>An SVG drawing. Served as a picture of its own, so whatever script it holds cannot run.</summary>
    public string? LogoSvg { get; init; }

    public BrandColours Colours { get; init; } = BrandColours.Plum;

    /// <summary>The first reason this look cannot be used, or null.</summary>
    public LookRefusal? Refusal()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            return new NoName();
        }

        var pathIsOurs = LogoPath is null || (LogoPath.StartsWith('/') && !LogoPath.StartsWith("//", StringComparison.Ordinal));
        var drawingIsSvg = string.IsNullOrEmpty(LogoSvg) || LogoSvg.TrimStart().StartsWith("<svg", StringComparison.Ordinal);
        return pathIsOurs && drawingIsSvg ? Colours.Refusal() : new LogoNotUsable();
    }
}
