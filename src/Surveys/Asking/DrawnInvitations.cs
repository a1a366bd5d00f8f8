// Draws invitations: the household's groups frozen on the day, and a code that no other invitation has.
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking;

internal static class DrawnInvitations
{
    public static Invitation Draw(Survey survey, AudienceMember member, Channel channel, string code, DateTimeOffset at) =>
        new()
        {
            SurveyId = survey.Id,
            HouseholdId = member.HouseholdId,
            PersonId = member.PersonId,
            Code = code,
            Ward = member.Facts.Ward,
            Neighbourhood = member.Facts.Neighbourhood,
            Patch = member.Facts.Patch,
            Tenure = member.Facts.Tenure,
            Locality = member.Facts.Locality,
            AgeBand = member.Facts.AgeBand,
            HomeKind = member.Facts.HomeKind,
            AskedBy = channel,
            Rung = channel,
            Tried = channel.Flag(),
            CreatedAt = at,
            LastAskedAt = at,
            CodeInLetterAt = channel == Channel.Letter ? at : null,
        };

    /// <summary>As many codes as asked for. They are unique over all surveys: those already given out are drawn again.</summary>
    public static async Task<List<string>> CodesAsync(HearthDb db, int count, InvitationCode.Chance chance, CancellationToken stop)
    {
        List<string> codes = new(count);
        HashSet<string> seen = new(count, StringComparer.Ordinal);
        while (codes.Count < count)
        {
            List<string> drawn = [];
            while (drawn.Count < Math.Min(2000, count - codes.Count))
            {
                var code = InvitationCode.Draw(chance);
                if (seen.Add(code))
                {
                    drawn.Add(code);
                }
            }
            var taken = (await db.Set<Invitation>().Where(i => drawn.Contains(i.Code)).Select(i => i.Code).ToListAsync(stop)).ToHashSet(
                StringComparer.Ordinal
            );
            codes.AddRange(drawn.Where(code => !taken.Contains(code)));
        }
        return codes;
    }
}
