// /surveys/{id}/files/answers.sav, triple-s.xml and triple-s.csv: the answers for statistical programs. Who took them away is noted.
using Hearth.Storage.Public;
using Hearth.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hearth.Surveys.DataFiles.ExportData;

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class ExportDataModel(SurveyResults results, HearthDb db, AuditTrail audit, TimeProvider time) : PageModel
{
    private const string Spss = "answers.sav";
    private const string Definition = "triple-s.xml";
    private const string Rows = "triple-s.csv";

    public async Task<IActionResult> OnGetAsync(Guid id, string file, CancellationToken stop)
    {
        if (file is not (Spss or Definition or Rows) || await results.FindAsync(id, stop) is not { } now)
        {
            return NotFound();
        }
        audit.Write("ExportData", "survey", id, $"{file}, {now.Snapshot.Count} responses");
        await db.SaveChangesAsync(stop);
        var data = DataSet.Of(now);
        var at = time.GetUtcNow().InLondon();
        return file switch
        {
            Spss => File(SavFile.Of(data, at), "application/x-spss-sav", file),
            Definition => File(TripleS.Of(data, NameOf(now), at).Definition, "application/xml", file),
            _ => File(TripleS.Of(data, NameOf(now), at).Data, "text/csv; charset=utf-8", file),
        };
    }

    private static string NameOf(ResultsNow now) =>
        "S" + now.Survey.OpensOn.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
