// The demo's officers sort what people wrote in the yearly survey by theme, two of them blind to each other on some, and propose what is next.
using System.Globalization;
using CsvHelper;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.PanelReport;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Themes;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfThemes(HearthDb db, StaffAccounts staff, ChangeFrame change, CodeAnswer code, Propose propose) : IDemoChapter
{
    private const int Twice = 30;

    /// <summary>Of so many answers one waits to be coded, and on one the second coder finds something else.</summary>
    private const int Waits = 5;
    private const int Differs = 9;

    public int Order => 33;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var survey = await db.Set<Survey>()
            .Where(s => s.Status == SurveyStatus.Closed)
            .OrderByDescending(s => s.ClosesOn)
            .Select(s => s.Id)
            .FirstAsync(stop);
        var themes = new List<(Guid Id, HashSet<string> Words)>();
        foreach (var (name, description, words) in Read(story.Folder))
        {
            var added = TellOfYearlySurvey.Took(await change.AddAsync(survey, name, description, stop));
            themes.Add((added.Id, [.. words.Split(' ')]));
        }
        var random = new Random(story.Seed + 36);
        TellOfYearlySurvey.Took(await code.DrawAsync(survey, Twice, random.Next, stop));
        db.ChangeTracker.Clear();

        var colleagues = (await staff.ListAsync(stop))
            .Where(s => s.Roles.Contains(Role.EngagementOfficer) || s.Roles.Contains(Role.Administrator))
            .ToList();
        var sample = await db.Set<SecondLook>().Where(s => s.SurveyId == survey).Select(s => s.CommentId).ToHashSetAsync(stop);
        var comments = await db.Set<Comment>().AsNoTracking().Where(c => c.SurveyId == survey).OrderBy(c => c.Id).ToListAsync(stop);
        var coded = 0;
        foreach (var comment in comments)
        {
            if (!sample.Contains(comment.Id) && random.Next(Waits) == 0)
            {
                continue;
            }
            var found = Find(comment.Text, themes);
            foreach (var coder in colleagues.Take(sample.Contains(comment.Id) ? 2 : 1))
            {
                var own = coder == colleagues[0] || random.Next(Differs) > 0 ? found : [themes[random.Next(themes.Count)].Id];
                TellOfYearlySurvey.Took(
                    await code.RunAsync(survey, comment.Id, own, own.Count == 0, coder.Id, coder.Name, settles: false, stop)
                );
            }
            coded++;
            db.ChangeTracker.Clear();
        }
        TellOfYearlySurvey.Took(
            await propose.RunAsync(
                survey,
                "Ring people back within two working days, and say so when there is nothing new.\nLook at every home that told us of mould before the winter is over.\nAsk about repairs again in the spring, and put the two results side by side.",
                stop
            )
        );
        story.Say(
            $"What people wrote, sorted by {themes.Count} themes: {coded} of {comments.Count} answers, {sample.Count} of them by two people."
        );
    }

    private static List<Guid> Find(string text, List<(Guid Id, HashSet<string> Words)> themes)
    {
        var words = new string([.. text.ToLowerInvariant().Select(letter => char.IsLetter(letter) ? letter : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        return [.. themes.Where(theme => words.Any(theme.Words.Contains)).Select(theme => theme.Id)];
    }

    private static List<(string Name, string Description, string Words)> Read(string folder)
    {
        using var csv = new CsvReader(File.OpenText(Path.Combine(folder, "surveys", "themes.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<(string, string, string)>();
        while (csv.Read())
        {
            rows.Add((csv["name"]!, csv["description"]!, csv["words"]!));
        }
        return rows;
    }
}
