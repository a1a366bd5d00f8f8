// The list of modules, nothing else.
using Hearth.DesignSystem;
using Hearth.Feedback;
using Hearth.Insight;
using Hearth.Loop;
using Hearth.Messaging;
using Hearth.People;
using Hearth.Storage;
using Hearth.Storage.Public;
using Hearth.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Composition;

public static class Modules
{
    /// <summary>Adds every module of Hearth over the database at this address.</summary>
    public static IServiceCollection AddHearth(this IServiceCollection services, DatabaseAddress database) =>
        services.AddStorage(database).AddDesignSystem().AddMessaging().AddLoop().AddPeople().AddSurveys().AddFeedback().AddInsight();
}
