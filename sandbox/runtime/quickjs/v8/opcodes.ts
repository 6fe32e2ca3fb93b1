/**
 * The engine's instruction set, in the order of its numbers: name, size in bytes, values popped, values pushed.
 * From quickjs-ng 0.12.1, quickjs-opcode.h (the final instructions only; those of the compiler's first phases never run).
 *
 * Calls pop their arguments besides: their number is the 16-bit operand, or part of the name (call0 … call3).
 */
const TABLE = `
  invalid:1:0:0 push_i32:5:0:1 push_const:5:0:1 fclosure:5:0:1 push_atom_value:5:0:1 private_symbol:5:0:1 undefined:1:0:1 null:1:0:1
  push_this:1:0:1 push_false:1:0:1 push_true:1:0:1 object:1:0:1 special_object:2:0:1 rest:3:0:1 drop:1:1:0 nip:1:2:1 nip1:1:3:2
  dup:1:1:2 dup1:1:2:3 dup2:1:2:4 dup3:1:3:6 insert2:1:2:3 insert3:1:3:4 insert4:1:4:5 perm3:1:3:3 perm4:1:4:4 perm5:1:5:5 swap:1:2:2
  swap2:1:4:4 rot3l:1:3:3 rot3r:1:3:3 rot4l:1:4:4 rot5l:1:5:5 call_constructor:3:2:1 call:3:1:1 tail_call:3:1:0 call_method:3:2:1
  tail_call_method:3:2:0 array_from:3:0:1 apply:3:3:1 return:1:1:0 return_undef:1:0:0 check_ctor_return:1:1:2 check_ctor:1:0:0
  init_ctor:1:0:1 check_brand:1:2:2 add_brand:1:2:0 return_async:1:1:0 throw:1:1:0 throw_error:6:0:0 eval:5:1:1 apply_eval:3:2:1
  regexp:1:2:1 get_super:1:1:1 import:1:2:1 get_var_undef:5:0:1 get_var:5:0:1 put_var:5:1:0 put_var_init:5:1:0 get_ref_value:1:2:3
  put_ref_value:1:3:0 define_var:6:0:0 check_define_var:6:0:0 define_func:6:1:0 get_field:5:1:1 get_field2:5:1:2 put_field:5:2:0
  get_private_field:1:2:1 put_private_field:1:3:0 define_private_field:1:3:1 get_array_el:1:2:1 get_array_el2:1:2:2 put_array_el:1:3:0
  get_super_value:1:3:1 put_super_value:1:4:0 define_field:5:2:1 set_name:5:1:1 set_name_computed:1:2:2 set_proto:1:2:1
  set_home_object:1:2:2 define_array_el:1:3:2 append:1:3:2 copy_data_properties:2:3:3 define_method:6:2:1 define_method_computed:2:3:1
  define_class:6:2:2 define_class_computed:6:3:3 get_loc:3:0:1 put_loc:3:1:0 set_loc:3:1:1 get_arg:3:0:1 put_arg:3:1:0 set_arg:3:1:1
  get_var_ref:3:0:1 put_var_ref:3:1:0 set_var_ref:3:1:1 set_loc_uninitialized:3:0:0 get_loc_check:3:0:1 put_loc_check:3:1:0
  put_loc_check_init:3:1:0 get_var_ref_check:3:0:1 put_var_ref_check:3:1:0 put_var_ref_check_init:3:1:0 close_loc:3:0:0 if_false:5:1:0
  if_true:5:1:0 goto:5:0:0 catch:5:0:1 gosub:5:0:0 ret:1:1:0 nip_catch:1:2:1 to_object:1:1:1 to_propkey:1:1:1 to_propkey2:1:2:2
  with_get_var:10:1:0 with_put_var:10:2:1 with_delete_var:10:1:0 with_make_ref:10:1:0 with_get_ref:10:1:0 with_get_ref_undef:10:1:0
  make_loc_ref:7:0:2 make_arg_ref:7:0:2 make_var_ref_ref:7:0:2 make_var_ref:5:0:2 for_in_start:1:1:1 for_of_start:1:1:3
  for_await_of_start:1:1:3 for_in_next:1:1:3 for_of_next:2:3:5 iterator_check_object:1:1:1 iterator_get_value_done:1:1:2
  iterator_close:1:3:0 iterator_next:1:4:4 iterator_call:2:4:5 initial_yield:1:0:0 yield:1:1:2 yield_star:1:1:2 async_yield_star:1:1:2
  await:1:1:1 neg:1:1:1 plus:1:1:1 dec:1:1:1 inc:1:1:1 post_dec:1:1:2 post_inc:1:1:2 dec_loc:2:0:0 inc_loc:2:0:0 add_loc:2:1:0 not:1:1:1
  lnot:1:1:1 typeof:1:1:1 delete:1:2:1 delete_var:5:0:1 mul:1:2:1 div:1:2:1 mod:1:2:1 add:1:2:1 sub:1:2:1 shl:1:2:1 sar:1:2:1 shr:1:2:1
  and:1:2:1 xor:1:2:1 or:1:2:1 pow:1:2:1 lt:1:2:1 lte:1:2:1 gt:1:2:1 gte:1:2:1 instanceof:1:2:1 in:1:2:1 eq:1:2:1 neq:1:2:1
  strict_eq:1:2:1 strict_neq:1:2:1 is_undefined_or_null:1:1:1 private_in:1:2:1 push_bigint_i32:5:0:1 nop:1:0:0 push_minus1:1:0:1
  push_0:1:0:1 push_1:1:0:1 push_2:1:0:1 push_3:1:0:1 push_4:1:0:1 push_5:1:0:1 push_6:1:0:1 push_7:1:0:1 push_i8:2:0:1 push_i16:3:0:1
  push_const8:2:0:1 fclosure8:2:0:1 push_empty_string:1:0:1 get_loc8:2:0:1 put_loc8:2:1:0 set_loc8:2:1:1 get_loc0_loc1:1:0:2
  get_loc0:1:0:1 get_loc1:1:0:1 get_loc2:1:0:1 get_loc3:1:0:1 put_loc0:1:1:0 put_loc1:1:1:0 put_loc2:1:1:0 put_loc3:1:1:0 set_loc0:1:1:1
  set_loc1:1:1:1 set_loc2:1:1:1 set_loc3:1:1:1 get_arg0:1:0:1 get_arg1:1:0:1 get_arg2:1:0:1 get_arg3:1:0:1 put_arg0:1:1:0 put_arg1:1:1:0
  put_arg2:1:1:0 put_arg3:1:1:0 set_arg0:1:1:1 set_arg1:1:1:1 set_arg2:1:1:1 set_arg3:1:1:1 get_var_ref0:1:0:1 get_var_ref1:1:0:1
  get_var_ref2:1:0:1 get_var_ref3:1:0:1 put_var_ref0:1:1:0 put_var_ref1:1:1:0 put_var_ref2:1:1:0 put_var_ref3:1:1:0 set_var_ref0:1:1:1
  set_var_ref1:1:1:1 set_var_ref2:1:1:1 set_var_ref3:1:1:1 get_length:1:1:1 if_false8:2:1:0 if_true8:2:1:0 goto8:2:0:0 goto16:3:0:0
  call0:1:1:1 call1:1:1:1 call2:1:1:1 call3:1:1:1 is_undefined:1:1:1 is_null:1:1:1 typeof_is_undefined:1:1:1 typeof_is_function:1:1:1
`;

export interface Opcode {
  readonly name: string;
  readonly size: number;
  readonly pops: number;
  readonly pushes: number;
}

export const OPCODES: readonly Opcode[] = TABLE.trim()
  .split(/\s+/)
  .map((entry) => {
    const [name = "", size, pops, pushes] = entry.split(":");
    return { name, size: Number(size), pops: Number(pops), pushes: Number(pushes) };
  });

const COUNTED = new Set(["call_constructor", "call", "tail_call", "call_method", "tail_call_method", "array_from", "eval"]);
const CALL_SHORT = /^call([0-3])$/;

/** Arguments that the instruction at `pc` takes besides what its opcode says; -1 where it takes none by nature. */
export function argumentCount(code: Uint8Array, pc: number): number {
  const name = OPCODES[code[pc] ?? 0]?.name ?? "";
  if (COUNTED.has(name)) return (code[pc + 1] ?? 0) | ((code[pc + 2] ?? 0) << 8);
  const short = CALL_SHORT.exec(name);
  return short === null ? -1 : Number(short[1]);
}
