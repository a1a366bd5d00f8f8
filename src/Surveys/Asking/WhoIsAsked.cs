// Who a survey asks: kept as JSON with the survey, said in words on the page.
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.People.Public;

namespace Hearth.Surveys.Asking;

internal static class WhoIsAsked
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static AudienceFilter Read(string json) => JsonSerializer.Deserialize<AudienceFilter>(json, Options) ?? new();

    public static string Write(AudienceFilter filter) => JsonSerializer.Serialize(filter, Options);

    public static bool IsEveryone(AudienceFilter filter) =>
        filter
            is {
                OnlyInvolved: false,
                OnlyTenantLink: false,
                Wards.Count: 0,
                Patches.Count: 0,
                AgeBands.Count: 0,
                Tenures.Count: 0,
                Localities.Count: 0
            };

    /// <summary>“Wards Fennside or Marsh End; aged 16 to 24”.</summary>
    public static string Words(AudienceFilter filter)
    {
        if (IsEveryone(filter))
        {
            return "Every household";
        }
        List<string> parts = [];
        void Say(string before, IEnumerable<string> names)
        {
            var list = string.Join(" or ", names);
            if (list.Length > 0)
            {
                parts.Add($"{before} {list}");
            }
        }
        Say("ward", filter.Wards);
        Say("patch", filter.Patches);
        Say("aged", filter.AgeBands);
        Say("tenure", filter.Tenures.Select(tenure => Audience.TenureName(tenure).ToLowerInvariant()));
        Say("living in", filter.Localities.Select(LocalityName));
        if (filter.OnlyInvolved)
        {
            parts.Add("involved tenants only");
        }
        if (filter.OnlyTenantLink)
        {
            parts.Add("the TenantLink group only");
        }
        var words = string.Join("; ", parts);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string LocalityName(Locality locality) =>
        locality switch
        {
            Locality.City => "the city",
            Locality.Rural => "the country",
            _ => "a place not known as either",
        };
}
