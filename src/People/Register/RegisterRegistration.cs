// What the register part of People needs in the container.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Demo;
using Hearth.Storage.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.People.Register;

internal static class RegisterRegistration
{
    public static void AddRegister(this IServiceCollection services)
    {
        services.AddScoped<AddInvolvement.AddInvolvement>();
        services.AddScoped<ChangeContact.ChangeContact>();
        services.AddScoped<KeepSafe.KeepSafe>();
        services.AddScoped<ISafeContacts, SafeContacts>();
        services.AddScoped<RecordConsent.RecordConsent>();
        services.AddScoped<ErasePerson.ErasePerson>();
        services.AddScoped<EditPlaces.ChangePatch>();
        services.AddScoped<LeaveOut.LeaveOut>();
        services.AddScoped<IPersonalData, LeftOutHeld>();
        services.AddScoped<IKeptFor, OldLeftOut>();
        services.AddScoped<IPersonalData, PeoplePersonalData>();
        services.AddScoped<IMessageOutcomes, HeardNo>();
        services.AddScoped<IOptOuts, StoppedWhatsApp>();
        services.AddScoped<ForgottenMarks>();
        services.AddScoped<ShowRecord.PersonFile>();
        services.AddMenuEntry(
            new MenuEntry(
                "People",
                "/people",
                90,
                MenuAudience.Officer,
                user => user.IsInRole(nameof(Role.Administrator)) || user.IsInRole(nameof(Role.EngagementOfficer)),
                Section: "people"
            )
        );
        services.AddScoped<IDemoChapter, TellOfTenants>();
        services.AddScoped<IDemoChapter, TellOfLeftOut>();
    }
}
