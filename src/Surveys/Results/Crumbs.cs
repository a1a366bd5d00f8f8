// The way back from results: those who do not run surveys are not led to pages that are shut to them.
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

internal static class Crumbs
{
    public static IEnumerable<Breadcrumb> To(Survey survey, ClaimsPrincipal user) =>
        user.RunsSurveys()
            ? [new("Home", "/officer"), new("Surveys", "/surveys"), new(survey.Title, $"/surveys/{survey.Id}")]
            : [new("Home", "/officer")];

    /// <summary>Whether somebody writes and runs surveys, and reads what nobody has released yet.</summary>
    public static bool RunsSurveys(this ClaimsPrincipal user) =>
        user.IsInRole(nameof(Role.EngagementOfficer)) || user.IsInRole(nameof(Role.Administrator));
}
