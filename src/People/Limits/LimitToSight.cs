// Limits every query of a limited member of staff to the homes within their sight: one rule for each table that leads to a person, put on by the database's own model, so that no page can forget it.
using System.Linq.Expressions;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hearth.People.Limits;

/// <summary>
/// A home is seen by its patch or ward; a household by its home; a person by a household they live in. Every other table is found by its columns:
/// one with <c>PersonId</c> or <c>HouseholdId</c> is seen with them, one with <c>ResponseId</c> with the response, and so on down.
/// Rows that lead to nobody any more are not shown to a limited member of staff.
/// </summary>
internal static class LimitToSight
{
    public static void Apply(ModelBuilder model, HearthDb db)
    {
        var limited = new Dictionary<Type, string>();
        Put<Home>(
            model,
            db,
            limited,
            (all, home) =>
                !all.Limited
                || (home.PatchId != null && all.SeenPatches.Contains(home.PatchId.Value))
                || (home.WardId != null && all.SeenWards.Contains(home.WardId.Value))
        );
        Put<Household>(model, db, limited, (all, household) => !all.Limited || all.Set<Home>().Any(home => home.Id == household.HomeId));
        Put<Tenancy>(model, db, limited, (all, tenancy) => !all.Limited || all.Set<Home>().Any(home => home.Id == tenancy.HomeId));
        Put<HouseholdMember>(
            model,
            db,
            limited,
            (all, member) => !all.Limited || all.Set<Household>().Any(household => household.Id == member.HouseholdId)
        );
        Put<Person>(
            model,
            db,
            limited,
            (all, person) => !all.Limited || all.Set<HouseholdMember>().Any(member => member.PersonId == person.Id && member.LeftOn == null)
        );
        // a table that leads to one of these is limited with it, and then what leads to that table
        for (var more = true; more; )
        {
            more = false;
            foreach (var entity in model.Model.GetEntityTypes().Where(e => !limited.ContainsKey(e.ClrType) && !e.IsOwned()).ToList())
            {
                if (entity.FindAnnotation(SightMapping.Annotation) is null && Leads(entity, limited.Keys) is (var property, var to))
                {
                    model.Entity(entity.ClrType).HasQueryFilter(Through(entity, property, to, db));
                    limited[entity.ClrType] = property.Name;
                    more = true;
                }
            }
        }
    }

    private static void Put<T>(ModelBuilder model, HearthDb db, Dictionary<Type, string> limited, Expression<Func<HearthDb, T, bool>> rule)
        where T : class
    {
        // the context stands in the rule itself: the database puts the one that asks in its place
        var body = new InPlaceOf(rule.Parameters[0], Expression.Constant(db)).Visit(rule.Body);
        model.Entity<T>().HasQueryFilter(Expression.Lambda<Func<T, bool>>(body, rule.Parameters[1]));
        limited[typeof(T)] = "";
    }

    /// <summary>The column that leads to a limited table: to the person first, else to the household, else to whatever is named before “Id”.</summary>
    private static (IMutableProperty Property, Type To)? Leads(IMutableEntityType entity, IEnumerable<Type> limited)
    {
        var types = limited.ToList();
        foreach (
            var property in entity
                .GetProperties()
                .Where(p => (p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)) && p.Name.EndsWith("Id", StringComparison.Ordinal))
                .OrderBy(p =>
                    p.Name == "PersonId" ? 0
                    : p.Name == "HouseholdId" ? 1
                    : 2
                )
        )
        {
            var name = property.Name[..^2];
            if (name.Length > 3 && types.FirstOrDefault(t => t.Name == name || t.Name == "Stored" + name) is { } to)
            {
                return (property, to);
            }
        }
        return null;
    }

    // row => !all.Limited || all.Set<To>().Any(to => (Guid?)to.Id == (Guid?)row.XId)
    private static LambdaExpression Through(IMutableEntityType entity, IMutableProperty property, Type to, HearthDb db)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var other = Expression.Parameter(to, "to");
        var same = Expression.Equal(
            Expression.Convert(Expression.Property(other, "Id"), typeof(Guid?)),
            Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(Guid?))
        );
        var all = Expression.Constant(db);
        var set = Expression.Call(all, nameof(DbContext.Set), [to]);
        var any = Expression.Call(typeof(Queryable), nameof(Queryable.Any), [to], set, Expression.Lambda(same, other));
        return Expression.Lambda(Expression.OrElse(Expression.Not(Expression.Property(all, nameof(HearthDb.Limited))), any), row);
    }

    private sealed class InPlaceOf(ParameterExpression parameter, Expression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? with : base.VisitParameter(node);
    }
}
