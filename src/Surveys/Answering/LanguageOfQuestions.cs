// In which language a household reads a survey's questions: what it chose for the survey, else the language of the pages.
using Hearth.DesignSystem.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.AspNetCore.Http;

namespace Hearth.Surveys.Answering;

internal sealed class LanguageOfQuestions(IHttpContextAccessor http, ILanguageChoice pages)
{
    /// <summary>What <c>?in=</c> is called; and the cookie.</summary>
    public const string Query = "in";

    private const string Cookie = "hearth-survey-language";

    /// <summary>One of the survey's languages; null for English.</summary>
    public string? Chosen(Survey survey)
    {
        if (http.HttpContext is not { } context || survey.Languages.Count == 0)
        {
            return null;
        }
        var reader = ReadersLanguage.Of(context);
        if (context.Request.Query[Query].ToString() is { Length: > 0 } asked && survey.Languages.Contains(asked))
        {
            context.Response.Cookies.Append(
                Cookie,
                asked,
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(60),
                }
            );
            return asked;
        }
        // a language that the pages speak is chosen at the head of every page, and what is chosen there counts
        if (!reader.IsEnglish)
        {
            return survey.Languages.Contains(reader.Code) ? reader.Code : null;
        }
        return context.Request.Cookies[Cookie] is { } kept && survey.Languages.Contains(kept) && !OfPages(kept) ? kept : null;
    }

    /// <summary>The survey's languages that cannot be chosen at the head of the page.</summary>
    public IReadOnlyList<Tongue> Others(Survey survey) =>
        [.. survey.Languages.Where(code => !OfPages(code)).Select(Tongue.Find).OfType<Tongue>()];

    private bool OfPages(string code) => pages.Offered.Any(language => language.Code == code);
}
