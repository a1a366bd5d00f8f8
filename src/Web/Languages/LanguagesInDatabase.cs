// The landlord's choice of languages, kept at hand and looked up again every few seconds, so that each node sees a change soon.
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;

namespace Hearth.Web.Languages;

internal sealed class LanguagesInDatabase(IServiceScopeFactory scopes, PhraseBook book, ILogger<LanguagesInDatabase> log)
    : BackgroundService,
        ILanguageChoice
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private volatile Now now = new(new(), [.. book.Languages], []);

    public IReadOnlyList<Language> Offered => now.Offered;

    public LanguageSettings Stored => now.Settings;

    public bool IsChecked(Language language) => language.IsEnglish || now.Checked.Contains(language.Code);

    /// <summary>Changes with any word of the language.</summary>
    public string MarkOf(Language language)
    {
        var words = string.Join(
            '\n',
            book.All(language)
                .OrderBy(phrase => phrase.Key, StringComparer.Ordinal)
                .Select(phrase => $"{phrase.Key}={string.Join('|', phrase.Texts)}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8));
    }

    public void Take(LanguageSettings settings) =>
        now = new(
            settings,
            [.. book.Languages.Where(language => language.IsEnglish || !settings.Hidden.Contains(language.Code))],
            [
                .. book
                    .States.Where(state =>
                        state.Unchecked.Count == 0
                        || (settings.Checked.TryGetValue(state.Language.Code, out var said) && said.Words == MarkOf(state.Language))
                    )
                    .Select(state => state.Language.Code),
            ]
        );

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryRefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken))
            {
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    private async Task TryRefreshAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            Take(
                await scope.ServiceProvider.GetRequiredService<Settings>().GetAsync<LanguageSettings>(LanguageSettings.Key, stop) ?? new()
            );
        }
        catch (DbException failure)
        {
            // pages go on with what is known; /health/ready tells that the database is away
            log.LanguagesNotRead(failure.Message);
        }
    }

    private sealed record Now(LanguageSettings Settings, IReadOnlyList<Language> Offered, IReadOnlyCollection<string> Checked);
}

internal static partial class LanguagesLog
{
    [LoggerMessage(1, LogLevel.Warning, "The choice of languages could not be read: {Why}")]
    public static partial void LanguagesNotRead(this ILogger log, string why);
}
