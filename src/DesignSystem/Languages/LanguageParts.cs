// The words' place among what a host offers.
using Hearth.DesignSystem.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hearth.DesignSystem.Languages;

internal static class LanguageParts
{
    public static void AddPhrases(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddOptions<WordFolder>();
        services.AddSingleton(provider =>
        {
            var problems = new List<string>();
            var landlords = WordFile.OfLandlord(provider.GetRequiredService<IOptions<WordFolder>>().Value.Path, problems);
            var book = new PhraseBook([.. WordFile.OfModules(), .. landlords], problems);
            var log = provider.GetService<ILogger<PhraseBook>>();
            foreach (var problem in book.Problems)
            {
                log?.WordsNotUsable(problem);
            }
            return book;
        });
        services.TryAddSingleton<ILanguageChoice, AllLanguages>();
        services.AddSingleton<MessageLanguages>();
        services.AddScoped(provider =>
            provider.GetRequiredService<PhraseBook>().In(ReadersLanguage.Of(provider.GetService<IHttpContextAccessor>()?.HttpContext).Code)
        );
    }
}

internal static partial class LanguageLog
{
    [LoggerMessage(1, LogLevel.Warning, "Words that cannot be used: {Problem}")]
    public static partial void WordsNotUsable(this ILogger log, string problem);
}
