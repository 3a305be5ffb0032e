"""The rules of the yearly evaluation."""

from datetime import date, timedelta

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, NOT_APPLICABLE, PASS, Expected, case, each

# The last complete year before 2026-06-30.
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
DAY = timedelta(days=1)


def paired(city, **dates):
    community, department = city.community(), city.department()
    city.pair(department, community, **dates)
    return department, community


def evaluated(city, closed_on=LAST, **raters):
    department, community = paired(city)
    evaluation = city.evaluation(city.round(community, closed_on), department, **raters)
    return department, community, evaluation


# --- DEP5: at least 50 raters ---


@case("DEP5")
def department_that_fifty_rated_in_a_round_closed_on_the_year_s_last_day(city, _):
    department, community, evaluation = evaluated(city)
    return Expected(department, community, PASS, "50 raters, score 80.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_in_a_round_closed_on_the_year_s_first_day(city, _):
    department, community, evaluation = evaluated(city, closed_on=FIRST)
    return Expected(department, community, PASS, "50 raters, score 80.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_that_got_all_points(city, _):
    department, community, evaluation = evaluated(city, points=100)
    return Expected(department, community, PASS, "50 raters, score 100.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_that_got_no_points(city, _):
    department, community, evaluation = evaluated(city, points=0)
    return Expected(department, community, PASS, "50 raters, score 0.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_with_a_score_that_can_t_be(city, _):
    department, community, evaluation = evaluated(city, points=101)
    return Expected(department, community, FAIL, "50 raters, score 101.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_that_forty_nine_rated(city, _):
    department, community, evaluation = evaluated(city, residents=19)
    return Expected(department, community, FAIL, "49 raters, score 80.0", [("Evaluation", evaluation)])


@case("DEP5")
def department_whose_few_raters_are_kept_to_themselves(city, _):
    department, community, evaluation = evaluated(city, members=3, residents=1)
    return Expected(department, community, FAIL, "too few raters for a score", [("Evaluation", evaluation)])


@case("DEP5")
def department_in_a_round_closed_the_day_before_the_year_or_the_day_after(city, _):
    department, community, _evaluation = evaluated(city, closed_on=FIRST - DAY)
    city.evaluation(city.round(community, LAST + DAY), department)
    return Expected(department, community, FAIL, "no closed evaluation", [])


@case("DEP5")
def department_that_was_left_out(city, _):
    department, community = paired(city)
    city.evaluation(city.round(community, LAST), city.department())
    return Expected(department, community, FAIL, "no closed evaluation", [])


@case("DEP5")
def department_with_two_evaluations_of_which_one_will_do(city, _):
    department, community, few = evaluated(city, closed_on=FIRST, residents=3)
    many = city.evaluation(city.round(community, LAST), department)
    evidence = each("Evaluation", [many, few])
    return Expected(department, community, PASS, "50 raters, score 80.0", evidence)


@case("DEP5")
def department_paired_from_the_year_s_first_day(city, _):
    department, community = paired(city, since=FIRST)
    return Expected(department, community, FAIL, "no closed evaluation", [])


@case("DEP5")
def department_paired_from_the_year_s_second_day(city, _):
    department, community = paired(city, since=FIRST + DAY)
    city.evaluation(city.round(community, LAST), department)
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP5")
def department_without_a_pairing(city, _):
    department, community = city.department(), city.community()
    city.evaluation(city.round(community, LAST), department)
    return Expected(department, city.code, NOT_APPLICABLE, None, [])


# --- DEP7: the evaluation counts ---


@case("DEP7")
def department_whose_evaluation_counted_by_today(city, _):
    department, community, evaluation = evaluated(city)
    appraisal = city.appraisal(evaluation, AS_OF)
    observed = "counted towards the appraisal of 2026-06-30"
    return Expected(department, community, PASS, observed, [("Evaluation", evaluation), ("Appraisal", appraisal)])


@case("DEP7")
def department_whose_evaluation_will_count_tomorrow(city, _):
    department, community, evaluation = evaluated(city)
    city.appraisal(evaluation, TOMORROW)
    return Expected(department, community, FAIL, "not counted towards an appraisal", [("Evaluation", evaluation)])


@case("DEP7")
def department_of_whose_evaluations_one_counted(city, _):
    department, community, first = evaluated(city, closed_on=FIRST)
    appraisal = city.appraisal(first, LAST)
    second = city.evaluation(city.round(community, LAST), department)
    evidence = [("Evaluation", first), ("Appraisal", appraisal), ("Evaluation", second)]
    return Expected(department, community, FAIL, "not counted towards an appraisal", evidence)


@case("DEP7")
def department_evaluated_in_another_year(city, _):
    department, community, evaluation = evaluated(city, closed_on=FIRST - DAY)
    city.appraisal(evaluation, LAST)
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP7")
def department_without_an_evaluation(city, _):
    department, community = paired(city)
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP7")
def department_evaluated_and_not_paired_any_more(city, _):
    department, community = city.department(), city.community()
    evaluation = city.evaluation(city.round(community, LAST), department)
    return Expected(department, city.code, FAIL, "not counted towards an appraisal", [("Evaluation", evaluation)])
