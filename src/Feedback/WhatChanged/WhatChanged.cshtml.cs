// What changed because of tenants: every published answer, the newest first, for anyone.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Public;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.WhatChanged;

[AllowAnonymous]
internal sealed class WhatChangedModel(HearthDb db, PublicAnswers answers, PublishedReplies published, Phrases phrases, TimeProvider time)
    : PageModel
{
    private const int OnAPage = 10;

    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public ReplyScore Score { get; private set; } = new(0, 0, 0);

    public DateOnly Since { get; private set; }

    public IReadOnlyList<PublicAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new(phrases["changed.every-answer"], ""),
        new(phrases["said.did"], "did"),
        new(phrases["said.doing"], "doing"),
        new(phrases["changed.cannot"], "cannot"),
    ];

    public int Found { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; }

    public bool Filtered { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] string? pageNumber, CancellationToken stop)
    {
        Since = ToldSummary.YearOf(time.Today());
        Score = await published.ScoreAsync(stop);
        var all = db.Set<Reply>().AsNoTracking().Where(r => r.Status == ReplyStatus.Published);
        var first = (await all.MinAsync(r => r.PublishedAt, stop))?.DayInLondon().Year ?? time.Today().Year;
        Years =
        [
            new(phrases["changed.every-year"], ""),
            .. Enumerable.Range(first, time.Today().Year - first + 1).Reverse().Select(y => new SelectListItem($"{y}", $"{y}")),
        ];
        var found = Filter(all);
        Found = await found.CountAsync(stop);
        Pages = (Found + OnAPage - 1) / OnAPage;
        Number = int.TryParse(pageNumber, out var number) ? Math.Clamp(number, 1, Math.Max(1, Pages)) : 1;
        var page = await found
            .OrderByDescending(r => r.PublishedAt)
            .ThenByDescending(r => r.Number)
            .Skip((Number - 1) * OnAPage)
            .Take(OnAPage)
            .ToListAsync(stop);
        Answers = await answers.InAsync(phrases.Language, await answers.OfAsync(page, stop), stop);
    }

    private IQueryable<Reply> Filter(IQueryable<Reply> all)
    {
        if (int.TryParse(Year, out var year) && year is > 2000 and < 9999)
        {
            var from = new DateOnly(year, 1, 1).StartInLondon();
            var to = new DateOnly(year + 1, 1, 1).StartInLondon();
            all = all.Where(r => r.PublishedAt >= from && r.PublishedAt < to);
            Filtered = true;
        }
        ReplyKind? kind = Kind switch
        {
            "did" => ReplyKind.WeDid,
            "doing" => ReplyKind.WeAreDoing,
            "cannot" => ReplyKind.WeCant,
            _ => null,
        };
        if (kind is not null)
        {
            all = all.Where(r => r.Kind == kind && r.WithdrawnAt == null);
            Filtered = true;
        }
        var words = (Words ?? "").Trim().ToLowerInvariant();
        if (words.Length > 0)
        {
            var looked = words.Length > 100 ? words[..100] : words;
            var language = phrases.Language.Code;
            var translated = db.Set<ReplyTranslation>().Where(t => t.Language == language && t.SearchKey.Contains(looked));
            all = all.Where(r => r.SearchKey.Contains(looked) || translated.Any(t => t.ReplyId == r.Id));
            Filtered = true;
        }
        return all;
    }
}
