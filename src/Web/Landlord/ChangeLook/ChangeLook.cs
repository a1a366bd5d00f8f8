// Changes what every page shows of the landlord. Colours that cannot be read are refused with the reason.
using System.Text.RegularExpressions;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Landlord.ChangeLook;

/// <summary>A field and what is wrong with it.</summary>
internal sealed record LookError(string Field, string Words);

internal sealed partial class ChangeLook(HearthDb db, Settings settings, LandlordInDatabase landlord)
{
    private const int LongestLine = 200;

    /// <summary>Every reason against it; empty where there is none.</summary>
    public static IReadOnlyList<LookError> Errors(StoredLook look)
    {
        var errors = new List<LookError>();
        if (string.IsNullOrWhiteSpace(look.Name))
        {
            errors.Add(new(nameof(look.Name), "Enter the landlord’s name"));
        }
        foreach (
            var (field, value) in new[]
            {
                (nameof(look.Name), look.Name),
                (nameof(look.TellAddress), look.TellAddress),
                (nameof(look.Phone), look.Phone),
                (nameof(look.TextNumber), look.TextNumber),
                (nameof(look.Email), look.Email),
                (nameof(look.PostalAddress), look.PostalAddress),
                (nameof(look.OpeningHours), look.OpeningHours),
            }
        )
        {
            if (value?.Length > LongestLine)
            {
                errors.Add(new(field, $"Enter {LongestLine} characters or fewer"));
            }
        }
        foreach (var (field, number) in new[] { (nameof(look.Phone), look.Phone), (nameof(look.TextNumber), look.TextNumber) })
        {
            if (number is not null && !Number().IsMatch(number))
            {
                errors.Add(new(field, "Enter a telephone number, like 01632 960001"));
            }
        }
        if (look.Email is not null && !Email().IsMatch(look.Email))
        {
            errors.Add(new(nameof(look.Email), "Enter an e-mail address in the right form, like name@example.com"));
        }
        if (look.TellAddress is not null && !Host().IsMatch(look.TellAddress))
        {
            errors.Add(new(nameof(look.TellAddress), "Enter the short address without https://, like tell.example.com"));
        }
        if (look.Colours.Refusal() is { } refusal)
        {
            errors.Add(new(FieldOf(refusal), refusal.Words));
        }
        return errors;
    }

    /// <summary>Saves it; this node shows it at once, others within seconds.</summary>
    public async Task SaveAsync(StoredLook look, CancellationToken stop)
    {
        await settings.SetAsync(StoredLook.Key, look, stop);
        await db.SaveChangesAsync(stop);
        await landlord.RefreshAsync(stop);
    }

    private static string FieldOf(LookRefusal refusal) =>
        refusal switch
        {
            NotAColour { Part: var part } => ColourField(part),
            // where words or another colour cannot be read on the tint, it is the tint that is too dark or the colour too pale: the colour's own field, or the tint's for ink
            TooPale { Part: "words" } => nameof(BrandColours.Tint),
            TooPale { Part: var part } => ColourField(part),
            _ => nameof(StoredLook.Name),
        };

    private static string ColourField(string part) =>
        part switch
        {
            "brand" => nameof(BrandColours.Brand),
            "deep" => nameof(BrandColours.Deep),
            "mid" => nameof(BrandColours.Mid),
            _ => nameof(BrandColours.Tint),
        };

    [GeneratedRegex(@"^\+?[0-9 ()]{5,24}$", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^@\s<>""]+@[^@\s<>""]+\.[^@\s<>"".]+$", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.\-/]*[A-Za-z0-9])?$", RegexOptions.None, 1000)]
    private static partial Regex Host();
}
