// The words in which exports say tenure, area, preference and consent.
using Hearth.People.Public;

namespace Hearth.People.Import.Values;

internal static class CodeWords
{
    private static readonly HashSet<string> Blanks = new(StringComparer.Ordinal)
    {
        "",
        "na",
        "nk",
        "notknown",
        "unknown",
        "none",
        "null",
        "nil",
        "notheld",
        "notrecorded",
        "notprovided",
        "notapplicable",
        "tbc",
        "x",
        "xx",
        "xxx",
        "blank",
    };

    /// <summary>True for what stands in a cell where nothing is known: "N/K", "-", "none", "#N/A".</summary>
    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text) || Blanks.Contains(Fold.Letters(text));

    /// <summary>True for the days that systems fill in where none is known.</summary>
    public static bool IsNoDay(DateOnly day) =>
        day.Year <= 1900 || (day.Month == 1 && day.Day == 1 && day.Year is 1901 or 1753) || day.Year >= 9999;

    public static bool IsNoDay(string text) => text.Trim() is "0" or "00/00/0000" or "0000-00-00" or "00/00/00" or "//" or "/  /";

    public static TenureKind? Tenure(string text)
    {
        var word = Fold.Letters(text);
        return word switch
        {
            "gn" or "sec" or "intro" or "ast" or "afr" => TenureKind.GeneralNeeds,
            "sh" or "hop" or "hfop" => TenureKind.Sheltered,
            "sup" => TenureKind.Supported,
            "ta" or "temp" => TenureKind.Temporary,
            "so" => TenureKind.SharedOwnership,
            "lh" or "rtb" => TenureKind.Leasehold,
            _ when Has("sharedown", "partrent", "partown") => TenureKind.SharedOwnership,
            _ when Has("leasehold", "lease", "freehold") => TenureKind.Leasehold,
            _ when Has("sheltered", "olderp", "retirement", "extracare", "independentliving", "elderly") => TenureKind.Sheltered,
            _ when Has("support", "hostel", "refuge") => TenureKind.Supported,
            _ when Has("temporary", "homeless", "tempaccom") => TenureKind.Temporary,
            _ when Has(
                    "general",
                    "secure",
                    "assured",
                    "introductory",
                    "starter",
                    "fixedterm",
                    "affordable",
                    "socialrent",
                    "rented",
                    "flexible"
                ) => TenureKind.GeneralNeeds,
            _ when Has("other", "garage", "commercial") => TenureKind.Other,
            _ => null,
        };

        bool Has(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
            {
                if (word.Contains(part, StringComparison.Ordinal))
                {
                    return true;
                }
            }
            return false;
        }
    }

    public static Locality? Area(string text) =>
        Fold.Letters(text) switch
        {
            "city" or "urban" or "town" or "u" or "c" => Locality.City,
            "rural" or "village" or "country" or "countryside" or "r" => Locality.Rural,
            _ => null,
        };

    /// <summary>“Semi-det house”, “FLT 2ND FLR”, “Bungalow”; the most telling word counts.</summary>
    public static HomeKind? Kind(string text)
    {
        var word = Fold.Letters(text);
        bool Has(string part) => word.Contains(part, StringComparison.Ordinal);
        return word switch
        {
            "h" or "hse" => HomeKind.House,
            "f" => HomeKind.Flat,
            "b" or "bung" => HomeKind.Bungalow,
            "m" or "mais" => HomeKind.Maisonette,
            _ when Has("bungalow") || Has("bung") => HomeKind.Bungalow,
            _ when Has("maison") => HomeKind.Maisonette,
            _ when Has("bedsit") || Has("studio") || Has("room") || Has("hostel") || Has("hmo") => HomeKind.Room,
            _ when Has("flat") || Has("flt") || Has("apartment") => HomeKind.Flat,
            _ when Has("house") || Has("hse") || Has("terrace") || Has("detached") || Has("cottage") => HomeKind.House,
            _ => null,
        };
    }

    public static ContactWay? Way(string text)
    {
        var word = Fold.Letters(text);
        return word switch
        {
            "e" => ContactWay.Email,
            "t" or "s" => ContactWay.Text,
            "p" or "l" => ContactWay.Post,
            _ when word.Contains("whatsapp", StringComparison.Ordinal) => ContactWay.WhatsApp,
            _ when word.Contains("mail", StringComparison.Ordinal) && word.StartsWith('e') => ContactWay.Email,
            _ when word.Contains("text", StringComparison.Ordinal) || word.Contains("sms", StringComparison.Ordinal) => ContactWay.Text,
            _ when word.Contains("face", StringComparison.Ordinal)
                    || word.Contains("visit", StringComparison.Ordinal)
                    || word.Contains("person", StringComparison.Ordinal) => ContactWay.FaceToFace,
            _ when word.Contains("phone", StringComparison.Ordinal)
                    || word.Contains("call", StringComparison.Ordinal)
                    || word is "tel" or "landline" => ContactWay.Telephone,
            _ when word.Contains("mobile", StringComparison.Ordinal) => ContactWay.Text,
            _ when word.Contains("post", StringComparison.Ordinal) || word.Contains("letter", StringComparison.Ordinal) || word is "mail" =>
                ContactWay.Post,
            _ => null,
        };
    }

    public static bool? YesOrNo(string text) =>
        Fold.Letters(text) switch
        {
            "y" or "yes" or "true" or "1" or "t" or "given" or "optin" or "optedin" or "in" or "agreed" or "consented" => true,
            "n"
            or "no"
            or "false"
            or "0"
            or "f"
            or "refused"
            or "optout"
            or "optedout"
            or "out"
            or "withdrawn"
            or "declined"
            or "withheld" => false,
            _ => null,
        };
}
