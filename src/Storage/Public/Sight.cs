// What part of the landlord's homes somebody may see: an officer with patches sees those who live there, and nobody else.
namespace Hearth.Storage.Public;

/// <summary>The patches and wards somebody is limited to. A home in any of them is within sight, with who lives there and whatever is about them.</summary>
/// <param name="Patches">Ids of patches.</param>
/// <param name="Wards">Ids of wards.</param>
public sealed record Sight(IReadOnlyList<Guid> Patches, IReadOnlyList<Guid> Wards);

/// <summary>The page is about the landlord as a whole, an import or a print run: whoever is limited to patches does not open it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WholeLandlordOnlyAttribute : Attribute;

/// <summary>
/// The page changes only what is about one person or home within sight, so that somebody limited to patches may send its forms.
/// Without it they may read the page and change nothing: a survey closed by somebody who sees a part of it would be closed for a part.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithinSightAttribute : Attribute;
