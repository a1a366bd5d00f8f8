// People: homes, tenancies, households and people, how each is reached, what they agreed to, and who may sign in.
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Equality;
using Hearth.People.Import;
using Hearth.People.Limits;
using Hearth.People.OnBehalf;
using Hearth.People.Passkeys;
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.People.Retention;
using Hearth.People.SignIn;
using Hearth.People.Staff;
using Hearth.People.TakingPart;
using Hearth.Storage;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People;

public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddTables<PeopleTables>();
        services.AddSingleton(new NotAnAsk("sign-in-code"));
        services.AddSingleton(new NotAnAsk("staff-welcome"));
        services.AddImport();
        services.AddRegister();
        services.AddScoped<Audience>();
        services.AddScoped<HousingOfficers>();
        services.AddScoped<NamesOnRecord>();
        services.AddScoped<TenantLinkGroup>();
        services.AddScoped<Refusals>();
        services.AddScoped<LeftOutOfSurveys>();
        services.AddScoped<IAskedNotToBeTold, AskedNotToBeTold>();
        services.AddTakingPart();
        services.AddEquality();
        services.AddSight();
        services.AddRetention();
        services.AddPasskeys();
        services.AddSignIn();
        services.AddTables<OnBehalfTables>();
        services.AddScoped<ActingSession>();
        services.AddScoped<IPersonalData, OnBehalfHeld>();
        services.AddStaff();
        return services;
    }

    /// <summary>What the band of acting for a person posts to.</summary>
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder endpoints)
    {
        EndActing.Map(endpoints);
        return endpoints;
    }
}
