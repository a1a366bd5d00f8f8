// The demo's first chapter: the landlord's tenants come in through the product's own import, and a few of them are involved.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.People.Register.AddInvolvement;
using Hearth.People.Register.KeepSafe;
using Hearth.Storage.Public;

namespace Hearth.People.Demo;

internal sealed class TellOfTenants(HousingImport import, Audience audience, AddInvolvement involve, KeepSafe keep) : IDemoChapter
{
    public int Order => 10;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var data = new DemoData(story.Folder);
        var homes = new DemoHomes(data, story.Seed, story.Today).All();
        using var file = new MemoryStream(new DemoExport(data, story.Seed, story.Today).Write(homes));
        var outcome = await import.RunAsync(file, "HSG0417 live tenancies.csv", new ImportChoices { WholeList = true }, stop: stop);
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demo's own export was refused: {refusal}");
        }
        story.Say(
            string.Create(
                CultureInfo.GetCultureInfo("en-GB"),
                $"{outcome.Counts.Tenancies:N0} homes let to {outcome.Counts.People:N0} tenants, imported from {outcome.Counts.DataRows:N0} rows; {outcome.Counts.SetAside} set aside"
            )
        );
        story.Say($"{await InvolveAsync(story, stop)} tenants are involved");
        story.Say($"{await KeepSafeAsync(story, stop)} are reached with care");
    }

    /// <summary>Three, as a landlord of this size may have on any day.</summary>
    private async Task<int> KeepSafeAsync(DemoStory story, CancellationToken stop)
    {
        var random = new Random(story.Seed + 3);
        var tenants = (await audience.ListAsync(new AudienceFilter(), stop))
            .Where(t => t.Email is not null && t.Phone is not null)
            .ToArray();
        random.Shuffle(tenants);
        SafetyWishes[] wishes =
        [
            new(
                "Ousebridge Law Centre\n3 Minster Row\nOusebridge\nOB1 2AB",
                null,
                [Channel.Email, Channel.Door],
                [Care.Discreet, Care.NoVoicemail]
            ),
            new(null, "Ring between 10am and 2pm", [Channel.Text], [Care.OnlyWithInterpreter, Care.NoVoicemail]),
            new(null, null, [], [Care.TwoVisitors]),
        ];
        foreach (var (tenant, wish) in tenants.Zip(wishes))
        {
            await keep.DoAsync(tenant.PersonId, wish, stop);
        }
        return Math.Min(tenants.Length, wishes.Length);
    }

    /// <summary>Forty-one: none under 35, one in eight under 55, a sixth in sheltered homes, a little over half in the city.</summary>
    private async Task<int> InvolveAsync(DemoStory story, CancellationToken stop)
    {
        var random = new Random(story.Seed + 2);
        var tenants = (await audience.ListAsync(new AudienceFilter(), stop)).Where(t => !t.DoNotContact).ToArray();
        random.Shuffle(tenants);
        var chosen = Choose(tenants, "General needs", "35 to 54", "City", 3)
            .Concat(Choose(tenants, "General needs", "35 to 54", "Rural", 2))
            .Concat(Choose(tenants, "General needs", "55 and over", "City", 15))
            .Concat(Choose(tenants, "General needs", "55 and over", "Rural", 14))
            .Concat(Choose(tenants, "Sheltered", "55 and over", "City", 4))
            .Concat(Choose(tenants, "Sheltered", "55 and over", "Rural", 3))
            .ToArray();
        random.Shuffle(chosen);
        (string Role, int Seats)[] roles =
        [
            ("Tenants’ panel", 10),
            ("Readers’ panel", 13),
            ("Mystery shopper", 8),
            ("Performance review group", 6),
            ("Complaints scrutiny", 4),
        ];
        var next = 0;
        foreach (var role in roles.SelectMany(r => Enumerable.Repeat(r.Role, r.Seats)).Take(chosen.Length))
        {
            var since = story.Today.AddDays(-random.Next(60, 2200));
            await involve.AddAsync(chosen[next++].PersonId, role, since, stop);
        }
        return next;
    }

    private static IEnumerable<AudienceMember> Choose(AudienceMember[] tenants, string tenure, string age, string area, int count) =>
        tenants.Where(t => t.Facts.Tenure == tenure && AgeBands.Widen(t.Facts.AgeBand) == age && t.Facts.Locality == area).Take(count);
}
