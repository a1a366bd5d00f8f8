// The form that says who is asked: nothing ticked means everyone.
using Hearth.People.Public;

namespace Hearth.Surveys.Asking.OpenSurvey;

internal sealed class AudienceForm
{
    public List<string> Wards { get; set; } = [];
    public List<string> Patches { get; set; } = [];
    public List<string> AgeBands { get; set; } = [];
    public List<TenureKind> Tenures { get; set; } = [];
    public List<Locality> Localities { get; set; } = [];
    public bool OnlyInvolved { get; set; }
    public bool OnlyTenantLink { get; set; }

    public static AudienceForm Of(AudienceFilter filter) =>
        new()
        {
            Wards = [.. filter.Wards],
            Patches = [.. filter.Patches],
            AgeBands = [.. filter.AgeBands],
            Tenures = [.. filter.Tenures],
            Localities = [.. filter.Localities],
            OnlyInvolved = filter.OnlyInvolved,
            OnlyTenantLink = filter.OnlyTenantLink,
        };

    public AudienceFilter Read() =>
        new()
        {
            Wards = Wards,
            Patches = Patches,
            AgeBands = AgeBands,
            Tenures = Tenures,
            Localities = Localities,
            OnlyInvolved = OnlyInvolved,
            OnlyTenantLink = OnlyTenantLink,
        };
}
