// The demo's fieldwork: a list for the doors, calls with a call-back in the diary, and cases that worrying answers opened.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Cases;
using Hearth.Surveys.Cases.OneCase;
using Hearth.Surveys.Door;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Telephone;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfFieldwork(
    HearthDb db,
    TakeDoorList take,
    RingUp ringUp,
    OnTheLine line,
    RecordCallOutcome record,
    WorkOnCase work,
    StaffAccounts accounts,
    Actor actor
) : IDemoChapter
{
    public int Order => 34;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        if (await db.Set<Survey>().AsNoTracking().FirstOrDefaultAsync(s => s.Status == SurveyStatus.Open, stop) is not { } survey)
        {
            return;
        }
        var (kind, id, name) = (actor.Kind, actor.Id, actor.Name);
        var colleagues = await accounts.ListAsync(stop);
        Guid Of(string who) => colleagues.FirstOrDefault(c => c.Name == who)?.Id ?? Guid.CreateVersion7();
        actor.Staff(Of("Tom Ashworth"), "Tom Ashworth");
        var list = await take.RunAsync(survey.Id, 12, null, null, 1, stop);
        foreach (var outcome in new[] { AttemptOutcome.NoAnswer, AttemptOutcome.CallBack, AttemptOutcome.Refused, AttemptOutcome.NoAnswer })
        {
            if (await ringUp.NextAsync(survey.Id, stop) is { } next && await line.FindAsync(survey.Id, next, null, stop) is { } call)
            {
                var at = story.Today.AddDays(1).StartInLondon().AddHours(17).AddMinutes(30);
                var note = outcome == AttemptOutcome.CallBack ? "Works nights. Ring after half past five." : null;
                await record.RunAsync(call, outcome, at, note, stop);
            }
        }
        db.ChangeTracker.Clear();
        actor.Staff(Of("Maya Desai"), "Maya Desai");
        var opened = await CasesAsync(stop);
        if (kind == ActorKind.Staff)
        {
            actor.Staff(id!.Value, name);
        }
        else
        {
            actor.System(name);
        }
        story.Say(
            $"{(list.Made is null ? 0 : list.Made.HomeIds().Count)} homes on a list for the doors, four calls made, {opened} cases that answers opened."
        );
    }

    // What the survey company's file brought in and worries: one looked into, one a false alarm, one taken, the others waiting.
    private async Task<int> CasesAsync(CancellationToken stop)
    {
        var cases = await db.Set<Case>().AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.Id, c.Kind }).ToListAsync(stop);
        var damp = cases.Where(c => c.Kind == Worry.Damp).Select(c => c.Id).ToList();
        if (damp.Count >= 3)
        {
            await work.WriteAsync(
                damp[0],
                CaseStep.Investigated,
                "Surveyor visited: a cold wall behind the wardrobe, fan not working.",
                stop
            );
            await work.CloseAsync(damp[1], CaseEnd.FalseAlarm, "They meant the weather.", stop);
            await work.TakeAsync(damp[2], stop);
        }
        return cases.Count;
    }
}
