// The words that open a case, and the days of each clock.
using System.Globalization;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.Cases.CaseSettings;

[StaffOnly(Role.EngagementOfficer)]
internal sealed class CaseSettingsModel(HearthDb db, Settings settings, WorryRules rules) : PageModel
{
    private const int MostWords = 200;
    private const int LongestWord = 60;

    /// <summary>One word or phrase a line, by kind.</summary>
    [BindProperty]
    public Dictionary<string, string?> Words { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Days { get; set; } = [];

    [TempData]
    public string? Said { get; set; }

    public static IReadOnlyList<Worry> Kinds { get; } = [Worry.Damp, Worry.Safety, Worry.Distress, Worry.Complaint];

    /// <summary>Each number: its name, its label, its unit, its highest.</summary>
    public static IReadOnlyList<(string Name, string Label, string Unit, int Most)> Numbers { get; } =
    [
        (nameof(WorrySettings.InvestigateDays), "Damp and mould: investigate in", "working days", 10),
        (nameof(WorrySettings.SummaryDays), "Damp and mould: send the written summary in", "working days", 3),
        (nameof(WorrySettings.MakeSafeDays), "Damp and mould: make safe in", "working days", 5),
        (nameof(WorrySettings.EmergencyHours), "Safety: make safe in", "hours", 24),
        (nameof(WorrySettings.AcknowledgeDays), "Complaint: acknowledge in", "working days", 5),
        (nameof(WorrySettings.AnswerDays), "Complaint: answer in", "working days", 10),
        (nameof(WorrySettings.DistressDays), "Distress: speak with them in", "working days", 5),
        (nameof(WorrySettings.ReplyDays), "A reply promised: reply in", "working days", 60),
    ];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var set = await settings.GetAsync<WorrySettings>(WorrySettings.Key, stop) ?? new();
        Words = Kinds.ToDictionary(kind => kind.ToString(), kind => (string?)string.Join('\n', set.Words.GetValueOrDefault(kind) ?? []));
        Days = Numbers.ToDictionary(
            number => number.Name,
            number => typeof(WorrySettings).GetProperty(number.Name)!.GetValue(set)!.ToString()
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var lists = new Dictionary<Worry, List<string>>();
        foreach (var kind in Kinds)
        {
            var words = (Words.GetValueOrDefault(kind.ToString()) ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList();
            if (words.Count > MostWords)
            {
                ModelState.AddModelError($"Words[{kind}]", $"Use {MostWords} words or fewer");
            }
            if (words.Find(word => word.Length > LongestWord || WorryFinder.Plain(word.TrimEnd('*')).Trim().Length < 3) is { } bad)
            {
                ModelState.AddModelError(
                    $"Words[{kind}]",
                    $"“{bad[..Math.Min(bad.Length, 20)]}” is too short or too long: use 3 to {LongestWord} letters"
                );
            }
            lists[kind] = words;
        }
        var days = Numbers.ToDictionary(number => number.Name, Read);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        await settings.SetAsync(
            WorrySettings.Key,
            new WorrySettings
            {
                Words = lists,
                InvestigateDays = days[nameof(WorrySettings.InvestigateDays)],
                SummaryDays = days[nameof(WorrySettings.SummaryDays)],
                MakeSafeDays = days[nameof(WorrySettings.MakeSafeDays)],
                EmergencyHours = days[nameof(WorrySettings.EmergencyHours)],
                AcknowledgeDays = days[nameof(WorrySettings.AcknowledgeDays)],
                AnswerDays = days[nameof(WorrySettings.AnswerDays)],
                DistressDays = days[nameof(WorrySettings.DistressDays)],
                ReplyDays = days[nameof(WorrySettings.ReplyDays)],
            },
            stop
        );
        await db.SaveChangesAsync(stop);
        rules.Forget();
        Said = "Saved. Answers that come in from now on are looked at by these words.";
        return Redirect("~/cases/settings");
    }

    // the law's days are the most that can be given: a landlord may promise less
    private int Read((string Name, string Label, string Unit, int Most) number)
    {
        if (
            int.TryParse(Days.GetValueOrDefault(number.Name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days >= 1
            && days <= number.Most
        )
        {
            return days;
        }
        ModelState.AddModelError($"Days[{number.Name}]", $"Enter a number from 1 to {number.Most}");
        return 0;
    }
}
