// Writes the audit line into the same unit of work as the change it tells of.
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Storage.Public;

public sealed class AuditTrail(HearthDb db, Actor actor, TimeProvider time)
{
    /// <summary>Adds a line; it is saved with the change.</summary>
    /// <param name="action">The slice, as a verb: <c>CloseSurvey</c>.</param>
    /// <param name="subjectKind">What kind of thing: <c>survey</c>.</param>
    /// <param name="subjectId">Which one, if one.</param>
    /// <param name="detail">What changed. Never an answer or a contact detail.</param>
    public void Write(string action, string subjectKind, Guid? subjectId = null, string? detail = null) =>
        db.Add(
            new AuditLine
            {
                At = time.GetUtcNow(),
                ActorKind = actor.Kind,
                ActorId = actor.Id,
                ActorName = actor.Name,
                OnBehalfOf = actor.OnBehalfOf,
                Action = action,
                SubjectKind = subjectKind,
                SubjectId = subjectId,
                Detail = detail,
            }
        );
}

public static class AuditMapping
{
    internal const string Annotation = "Hearth:NotAudited";

    /// <summary>Lets this entity be saved without an audit line; say why (a draft, a lease, a counter).</summary>
    public static EntityTypeBuilder<T> NotAudited<T>(this EntityTypeBuilder<T> entity, string why)
        where T : class
    {
        entity.Metadata.SetAnnotation(Annotation, why);
        return entity;
    }
}
