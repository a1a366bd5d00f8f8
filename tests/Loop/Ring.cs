// Puts things, people and tellings into the loop, for a test.
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Loop.Tests;

internal static class Ring
{
    public static DateOnly Today { get; } = new(2026, 11, 12);

    /// <summary>An activity, or whatever else lies in the ring; with the day everyone was promised an answer by, counted from today.</summary>
    public static Task<Guid> PlaceAsync(
        this HearthApp hearth,
        string kind,
        string title,
        int daysAgo,
        int? tellInDays = null,
        IReadOnlyList<Guid>? cameFrom = null,
        bool closed = true
    ) =>
        hearth.WriteAsync(
            async (ledger, _) =>
            {
                var id = Guid.CreateVersion7();
                var thing = await ledger.PlaceAsync(kind, id, title, $"/{kind}s/{id}", Today.AddDays(-daysAgo));
                thing.ClosedOn = closed ? Today.AddDays(-daysAgo + 1) : null;
                thing.TellBy = tellInDays is { } days ? Today.AddDays(days) : null;
                foreach (var source in cameFrom ?? [])
                {
                    await ledger.CameFromAsync(id, source);
                }
                return id;
            }
        );

    public static Task TookPartAsync(this HearthApp hearth, Guid activity, params Guid[] people) =>
        hearth.WriteAsync(
            (ledger, _) =>
            {
                foreach (var person in people)
                {
                    ledger.TookPart(activity, person, household: null, "Online", Clock.Morning.AddDays(-20));
                }
                return Task.FromResult(activity);
            }
        );

    /// <summary>Plans to tell these people by a reply; <paramref name="gone"/> when the message is known to have gone.</summary>
    public static Task TellAsync(this HearthApp hearth, Guid reply, Guid activity, bool gone, params Guid[] people) =>
        hearth.WriteAsync(
            (ledger, _) =>
            {
                foreach (var person in people)
                {
                    ledger.PlanTelling(reply, activity, person, "Email").ToldAt = gone ? Clock.Morning : null;
                }
                return Task.FromResult(reply);
            }
        );

    public static Task<ToldCount> ToldAsync(this HearthApp hearth, Guid activity) =>
        hearth.InScopeAsync(async services => (await services.GetRequiredService<LoopGlance>().ToldAsync([activity]))[activity]);

    public static Task ForgetAsync(this HearthApp hearth, Guid person) =>
        hearth.WriteAsync(
            async (_, services) =>
            {
                foreach (var held in services.GetServices<IPersonalData>().Where(data => data.Covers.Contains(typeof(Participation))))
                {
                    await held.ForgetAsync(person, CancellationToken.None);
                }
                return person;
            }
        );

    private static Task<Guid> WriteAsync(this HearthApp hearth, Func<LoopLedger, IServiceProvider, Task<Guid>> work) =>
        hearth.InScopeAsync(async services =>
        {
            var done = await work(services.GetRequiredService<LoopLedger>(), services);
            services.GetRequiredService<AuditTrail>().Write("Test", "loop");
            await services.GetRequiredService<HearthDb>().SaveChangesAsync();
            return done;
        });
}
