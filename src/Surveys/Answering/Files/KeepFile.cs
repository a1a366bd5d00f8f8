// Keeps a photograph or document of a household, cleaned and sealed; takes one out again; opens one for an officer.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering.Files;

internal sealed class KeepFile(HearthDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector seal = protection.CreateProtector("Hearth.Surveys.SentFiles");

    /// <summary>Keeps a file; gives its number, or the key of the words that say why it is refused.</summary>
    public async Task<(Guid? Kept, string? Refused)> RunAsync(Visit visit, Question question, IFormFile file, CancellationToken stop)
    {
        if (visit.Sheet.Of(question).Count >= Question.MostFiles)
        {
            return (null, "file.full");
        }
        if (file.Length > Cleaned.Largest)
        {
            return (null, "file.too-large");
        }
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        var cleaned = Cleaned.From(memory.ToArray());
        if (cleaned.Refused is not null)
        {
            return (null, cleaned.Refused);
        }
        var kept = new SentFile
        {
            SurveyId = visit.Survey.Id,
            InvitationId = visit.Invitation.Id,
            QuestionId = question.Id,
            Name = Named(file.FileName, cleaned.Ending),
            MediaType = cleaned.MediaType,
            Size = cleaned.Content.Length,
            Content = seal.Protect(cleaned.Content),
            At = time.GetUtcNow(),
        };
        db.Add(kept);
        await db.SaveChangesAsync(stop);
        return (kept.Id, null);
    }

    /// <summary>Takes out one that the same household sent and that has not been sent with its answers.</summary>
    public Task TakeOutAsync(Visit visit, Guid file, CancellationToken stop) =>
        db.Set<SentFile>()
            .Where(sent => sent.Id == file && sent.InvitationId == visit.Invitation.Id && sent.SentAt == null)
            .ExecuteDeleteAsync(stop);

    /// <summary>The household's files of one answer, in the order they were added.</summary>
    public async Task<IReadOnlyList<KeptFile>> OfAsync(Visit visit, Question question, CancellationToken stop)
    {
        var ids = visit.Sheet.Of(question).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).ToList();
        var files = await db.Set<SentFile>()
            .Where(sent => sent.InvitationId == visit.Invitation.Id && EF.Parameter(ids).Contains(sent.Id))
            .OrderBy(sent => sent.Id)
            .Select(sent => new
            {
                sent.Id,
                sent.Name,
                sent.Size,
            })
            .ToListAsync(stop);
        return [.. files.Select(sent => new KeptFile(sent.Id, sent.Name, SizeOf(sent.Size)))];
    }

    /// <summary>The content as it was cleaned.</summary>
    public byte[] Open(SentFile file) => seal.Unprotect(file.Content);

    /// <summary>“1.2 MB”.</summary>
    public static string SizeOf(int bytes) =>
        bytes >= 1024 * 1024
            ? string.Create(Culture.English, $"{bytes / 1024m / 1024m:0.0} MB")
            : string.Create(Culture.English, $"{Math.Max(1, bytes / 1024)} kB");

    /// <summary>The last part of a name, letters that any system takes, and the ending of what it is.</summary>
    public static string Named(string claimed, string ending)
    {
        var last = claimed.Split('/', '\\')[^1];
        var stem = last.LastIndexOf('.') is > 0 and var dot ? last[..dot] : last;
        var plain = new string([.. stem.Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_').Take(60)]).Trim();
        return (plain.Length == 0 ? "file" : plain) + ending;
    }
}
